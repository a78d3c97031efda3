using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Import.Reading;

/// <summary>One record of an import file as it was read.</summary>
/// <param name="Line">Line or row in the file on which the record begins, from 1, the heading counted.</param>
/// <param name="Values">Name of the column or property → value; null values are left out.</param>
/// <param name="Fault">Why the line could not be read; null when it could.</param>
internal sealed record ImportRecord(int Line, JsonObject Values, Problem? Fault = null)
{
    /// <summary>Columns that are there and say nothing.</summary>
    public IReadOnlySet<string> Emptied { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Name of a column → why its value could not be read. It matters only when the column means something.</summary>
    public IReadOnlyDictionary<string, Problem> ColumnFaults { get; init; } = ImmutableDictionary<string, Problem>.Empty;
}
