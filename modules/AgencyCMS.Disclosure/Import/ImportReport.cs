using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Import;

/// <summary>What an import did, or on a dry run would do. An import that was broken off goes on with the report of what stands.</summary>
internal sealed class ImportReport
{
    private List<ImportRefusal> _refusals = [];

    public required string File { get; init; }
    public required bool IsDryRun { get; init; }

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

    /// <summary>Lines whose catalogue entry was not given and was chosen by rule.</summary>
    public int EntriesChosen { get; set; }

    /// <summary>Line of the file up to which everything is settled; an import goes on behind it.</summary>
    [JsonIgnore]
    public int SettledLine { get; set; }

    /// <summary>Name of the tenant → lines taken over or unchanged.</summary>
    public SortedDictionary<string, int> Tenants { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Columns that mean nothing here → lines that had them.</summary>
    public SortedDictionary<string, int> UnknownColumns { get; init; } = new(StringComparer.Ordinal);

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
