namespace AgencyCMS.Search.Engine.Storage;

/// <summary>
/// A batch does not join on to what the index holds: the index was rebuilt after the position was read. Read the position again.
/// </summary>
internal sealed class IndexBehindException(int tenantId)
    : Exception($"The index is behind the changes that were to be applied for tenant {tenantId}.");
