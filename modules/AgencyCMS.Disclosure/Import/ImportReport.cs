using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Disclosure.Import;

/// <summary>What an import did, or on a dry run would do. An import that was broken off goes on with the report of what stands.</summary>
internal sealed class ImportReport
{
    private const int MostNotes = 200;
    private List<ImportRefusal> _refusals = [];

    public required string File { get; init; }
    public required bool IsDryRun { get; init; }

    /// <summary>Names the import for ever: what it brought can be found and taken back by it. Empty for one that is not kept.</summary>
    public string ImportId { get; init; } = "";

    /// <summary>True when the file's values take the place of corrections made by hand.</summary>
    [JsonIgnore]
    public bool OverwritesCorrections { get; init; }

    /// <summary>Who asked for it, for the history of the items; null for the operator.</summary>
    [JsonIgnore]
    public string? AskedBy { get; init; }

    /// <summary>How many refused lines are kept until <see cref="TakeRefusals"/>; all are counted.</summary>
    [JsonIgnore]
    public int MostRefusals { get; init; } = 1000;

    public int Lines { get; set; }
    public int Created { get; set; }
    public int Updated { get; set; }
    public int Unchanged { get; set; }
    public int Refused { get; set; }

    /// <summary>Those of the new lines that are to be published at a moment to come.</summary>
    public int Scheduled { get; set; }

    /// <summary>Lines whose catalogue entry was not given and was chosen by rule.</summary>
    public int EntriesChosen { get; set; }

    /// <summary>Line of the file up to which everything is settled; an import goes on behind it.</summary>
    [JsonIgnore]
    public int SettledLine { get; set; }

    /// <summary>Name of the tenant → lines taken over or unchanged.</summary>
    public SortedDictionary<string, int> Tenants { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Ids of those tenants, which stay when names change.</summary>
    public SortedSet<int> TenantIds { get; init; } = [];

    /// <summary>Columns that mean nothing here → lines that had them.</summary>
    public SortedDictionary<string, int> UnknownColumns { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Lines that were left as they are, or taken over with a reservation, and why; the first of them.</summary>
    public List<ImportNote> Notes { get; init; } = [];

    /// <summary>How many there are.</summary>
    public int NotesTotal { get; set; }

    /// <summary>Refused lines, the first <see cref="MostRefusals"/> of them.</summary>
    public IReadOnlyList<ImportRefusal> Refusals => _refusals;

    public void Refuse(ImportLine line, IEnumerable<Problem> problems)
    {
        Refused++;
        if (_refusals.Count < MostRefusals)
        {
            _refusals.Add(new ImportRefusal(line.Line, line.Title ?? "", [.. problems], line.Values));
        }
    }

    /// <summary>Counts what became of a line.</summary>
    public void Count(Tenant tenant, ImportedLine line)
    {
        foreach (var note in line.Notes)
        {
            NotesTotal++;
            if (Notes.Count < MostNotes)
            {
                Notes.Add(ImportNote.Of(line.Line, note));
            }
        }
        if (line.Effect is BatchEffect.Refused or BatchEffect.Outdated)
        {
            Refuse(line.Line, line.Problems);
            return;
        }
        Created += line.Effect == BatchEffect.Created ? 1 : 0;
        Updated += line.Effect == BatchEffect.Updated ? 1 : 0;
        Unchanged += line.Effect == BatchEffect.Unchanged ? 1 : 0;
        Scheduled += line.IsScheduled ? 1 : 0;
        EntriesChosen += line.IsEntryChosen ? 1 : 0;
        Tenants[tenant.Name] = Tenants.GetValueOrDefault(tenant.Name) + 1;
        TenantIds.Add(tenant.Id.Value);
    }

    /// <summary>The refused lines since the last time, for who keeps them elsewhere.</summary>
    public IReadOnlyList<ImportRefusal> TakeRefusals()
    {
        var taken = _refusals;
        _refusals = [];
        return taken;
    }
}

/// <summary>A line that was not taken over, and every reason.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Title">Empty when it has none.</param>
/// <param name="Problems">Every reason.</param>
/// <param name="Values">The line as it was brought.</param>
internal sealed record ImportRefusal(int Line, string Title, [property: JsonIgnore] IReadOnlyList<Problem> Problems, [property: JsonIgnore] JsonObject Values)
{
    public IReadOnlyList<string> Reasons => [.. Problems.Select(problem => problem.ToEnglish())];
}

/// <summary>What is to be known of a line that was not refused.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Title">Of the line.</param>
/// <param name="Code">As a problem has it.</param>
/// <param name="Message">English source text.</param>
/// <param name="Arguments">Values for its placeholders.</param>
internal sealed record ImportNote(int Line, string Title, string Code, string Message, IReadOnlyList<string> Arguments)
{
    public static ImportNote Of(ImportLine line, Problem problem) =>
        new(line.Line, line.Title ?? "", problem.Code, problem.Message, [.. problem.Arguments.Select(argument => argument.ToString() ?? "")]);

    public Problem ToProblem() => new(Code, ProblemKind.Refused, Message, [.. Arguments]);
}
