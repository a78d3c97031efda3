using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Import.Reading;

/// <summary>A row of a table as it stands in the file.</summary>
/// <param name="Line">Line or row of the file on which it begins, from 1.</param>
/// <param name="Values">Texts from the first column on.</param>
/// <param name="Fault">Why the row cannot be taken over; null when it can.</param>
internal sealed record TableRow(int Line, IReadOnlyList<string> Values, Problem? Fault = null)
{
    /// <summary>Column, from 0 → why its value cannot be used.</summary>
    public IReadOnlyDictionary<int, Problem> Faults { get; init; } = new Dictionary<int, Problem>();

    /// <summary>True for a row that its program does not show.</summary>
    public bool IsHidden { get; init; }

    /// <summary>True when nothing stands in it.</summary>
    public bool IsBlank => Fault is null && Faults.Count == 0 && Values.All(value => CellText.Trim(value).Length == 0);
}
