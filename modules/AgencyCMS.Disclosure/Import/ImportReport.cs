namespace AgencyCMS.Disclosure.Import;

/// <summary>What an import did, or on a dry run would do.</summary>
internal sealed class ImportReport
{
    private const int MaxRefusals = 1000;
    private readonly List<ImportRefusal> _refusals = [];

    public required string File { get; init; }
    public required bool IsDryRun { get; init; }
    public int Lines { get; set; }
    public int Created { get; set; }
    public int Updated { get; set; }
    public int Unchanged { get; set; }
    public int Refused { get; set; }

    /// <summary>Lines whose catalogue entry was not given and was chosen by rule.</summary>
    public int EntriesChosen { get; set; }

    /// <summary>Name of the tenant → lines taken over or unchanged.</summary>
    public SortedDictionary<string, int> Tenants { get; } = new(StringComparer.Ordinal);

    /// <summary>Columns that mean nothing here → lines that had them.</summary>
    public SortedDictionary<string, int> UnknownColumns { get; } = new(StringComparer.Ordinal);

    /// <summary>The first 1,000 refused lines.</summary>
    public IReadOnlyList<ImportRefusal> Refusals => _refusals;

    public void Refuse(int line, string? title, IEnumerable<string> reasons)
    {
        Refused++;
        if (_refusals.Count < MaxRefusals)
        {
            _refusals.Add(new ImportRefusal(line, title ?? "", [.. reasons]));
        }
    }
}

/// <summary>A line that was not taken over, and every reason.</summary>
internal sealed record ImportRefusal(int Line, string Title, IReadOnlyList<string> Reasons);
