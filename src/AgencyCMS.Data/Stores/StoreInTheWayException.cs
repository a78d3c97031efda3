namespace AgencyCMS.Data.Stores;

/// <summary>Where a new tenant's store should come lies one that the county knows nothing of: the county store was lost or is not the one that belongs to this data folder.</summary>
public sealed class StoreInTheWayException(string file) : IOException($"“{file}” is there already and is left as it is. The county store does not belong to this data folder; restore it from a backup.");
