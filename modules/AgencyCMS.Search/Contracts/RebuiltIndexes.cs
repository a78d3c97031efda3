namespace AgencyCMS.Search.Contracts;

/// <param name="Documents">Number of documents in the new indexes.</param>
/// <param name="Faults">For each index that could not be built an English sentence that names it and says why; the old one goes on serving.</param>
public sealed record RebuiltIndexes(int Documents, IReadOnlyList<string> Faults);
