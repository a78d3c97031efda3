namespace AgencyCMS.Data.Changes;

/// <summary>Changes that concern a tenant's store as a whole.</summary>
public static class StoreChanges
{
    /// <summary>
    /// The store was put back from a backup: everything in it may differ from what earlier changes told. A consumer that keeps something derived renews all of
    /// it. The number of this change follows the highest that the store had before or in the backup, so there may be a gap before it, and only there.
    /// </summary>
    public const string Restored = "store.restored";

    /// <summary>Subject of <see cref="Restored"/>.</summary>
    public const string Subject = "store";
}
