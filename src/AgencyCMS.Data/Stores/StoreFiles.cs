using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Data.Stores;

/// <summary>Where the SQLite stores lie in the data folder.</summary>
public sealed class StoreFiles(DataOptions options)
{
    /// <summary>Full path of the county store's file.</summary>
    public string County => Path.Combine(options.DataPath, "county.db");

    /// <summary>The prepared empty tenant store that new tenants are copied from; its name carries the state of the schema.</summary>
    public string Template(string fingerprint) => Path.Combine(options.DataPath, "templates", $"tenant-{fingerprint}.db");

    /// <summary>Folder of everything that is this tenant's alone: store, media, search index. Named by id, which is never reused.</summary>
    public string Folder(TenantId tenant) => Path.Combine(options.DataPath, "tenants", tenant.Value.ToString("D6", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Full path of a tenant's store.</summary>
    public string Tenant(TenantId tenant) => Path.Combine(Folder(tenant), "store.db");

    /// <summary>Copies a store to where there is none. Unlike <see cref="File.Copy(string, string)"/> it does not take over what the original allows to others.</summary>
    public static void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        source.CopyTo(target);
    }
}
