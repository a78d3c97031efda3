using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>A name that one item alone can have.</summary>
/// <param name="Kind">What it is, such as <c>address</c>: names of different kinds may be alike.</param>
/// <param name="Name">The name as it is compared.</param>
/// <param name="Taken">What to say when another item has it.</param>
public sealed record UniqueName(string Kind, string Name, Problem Taken);
