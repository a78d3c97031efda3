using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Disclosure.Import.Runs;

/// <summary>Where the uploads of a tenant's imports lie: in its own folder, without any address. They go with the tenant.</summary>
internal sealed class ImportFolder(StoreFiles files)
{
    /// <summary>Makes a folder for a new upload.</summary>
    /// <returns>Its name.</returns>
    public string Create(TenantId tenant)
    {
        var name = Guid.NewGuid().ToString("N");
        Directory.CreateDirectory(UploadOf(tenant, name));
        return name;
    }

    /// <summary>Full path of the folder that the table and its files lie in.</summary>
    public string UploadOf(TenantId tenant, string name) => Path.Combine(PathOf(tenant, name), "upload");

    /// <summary>Full path of the table to import.</summary>
    public string TableOf(ImportRunRow run) => Path.Combine(UploadOf(new TenantId(run.TenantId), run.Folder), run.FileName);

    /// <summary>Full path of the file that keeps the refused lines.</summary>
    public string RefusedOf(ImportRunRow run) =>
        Path.Combine(PathOf(new TenantId(run.TenantId), run.Folder), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"refused-{run.Id}.jsonl"));

    /// <summary>True while the upload is there.</summary>
    public bool HasTable(ImportRunRow run) => File.Exists(TableOf(run));

    /// <summary>Bytes that all uploads of a tenant take up.</summary>
    public long SizeOf(TenantId tenant)
    {
        var root = new DirectoryInfo(Path.Combine(files.Folder(tenant), "imports"));
        return root.Exists ? root.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) : 0;
    }

    /// <summary>Removes the table and its files; the refused lines stay.</summary>
    public void RemoveUpload(ImportRunRow run) => Remove(UploadOf(new TenantId(run.TenantId), run.Folder));

    /// <summary>Removes all that is kept under a name.</summary>
    public void Remove(TenantId tenant, string name) => Remove(PathOf(tenant, name));

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private string PathOf(TenantId tenant, string name) => Path.Combine(files.Folder(tenant), "imports", name);
}
