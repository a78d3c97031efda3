using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Data.Stores;

/// <summary>Where the SQLite stores lie in the data folder.</summary>
public sealed class StoreFiles(DataOptions options)
{
    /// <summary>Full path of the county store's file.</summary>
    public string County => Path.Combine(options.DataPath, "county.db");

    /// <summary>The prepared empty tenant store that new tenants are copied from; its name carries the state of the schema.</summary>
    public string Template(string fingerprint) => Path.Combine(options.DataPath, "templates", $"tenant-{fingerprint}.db");

    /// <summary>The folder in which each tenant has its own.</summary>
    public string Tenants => Path.Combine(options.DataPath, "tenants");

    /// <summary>The tenants of which a store lies there, whether the county knows them or not.</summary>
    public IEnumerable<TenantId> FindTenants() => !Directory.Exists(Tenants) ? [] : Directory.EnumerateDirectories(Tenants)
        .Where(folder => File.Exists(Path.Combine(folder, "store.db")))
        .Select(folder => int.TryParse(Path.GetFileName(folder), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0).Select(id => new TenantId(id));

    /// <summary>Folder of everything that is this tenant's alone: store, media, search index. Named by id, which is never reused.</summary>
    public string Folder(TenantId tenant) => Path.Combine(Tenants, tenant.Value.ToString("D6", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Full path of a tenant's store.</summary>
    public string Tenant(TenantId tenant) => Path.Combine(Folder(tenant), "store.db");

    /// <summary>True when there is something that can be a tenant's store: a file of no bytes is what a power cut or a full disk leaves of one.</summary>
    public bool HasTenant(TenantId tenant) => new FileInfo(Tenant(tenant)) is { Exists: true, Length: > 0 };

    /// <summary>Copies a store to where there is none. Unlike <see cref="File.Copy(string, string)"/> it does not take over what the original allows to others.</summary>
    public static void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        source.CopyTo(target);
    }
}
