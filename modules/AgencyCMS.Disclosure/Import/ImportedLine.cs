using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Import;

/// <summary>What became of a line.</summary>
/// <param name="Line">The line.</param>
/// <param name="Effect">What was done.</param>
/// <param name="Problems">Every reason when it was not taken over.</param>
/// <param name="Notes">What the person should know although nothing is refused.</param>
internal sealed record ImportedLine(ImportLine Line, BatchEffect Effect, IReadOnlyList<Problem> Problems, IReadOnlyList<Problem> Notes)
{
    /// <summary>True for a line that is to be published at a moment to come.</summary>
    public bool IsScheduled { get; init; }

    public bool IsEntryChosen { get; init; }
}
