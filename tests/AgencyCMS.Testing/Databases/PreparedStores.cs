using System.Collections.Concurrent;
using System.Reflection;
using AgencyCMS.Data;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Testing.Databases;

/// <summary>
/// Empty stores at the schema that a test begins with. The schema steps run once in a process for each set of assemblies; each test gets a copy, and the program
/// finds nothing to upgrade in it. They are a third of what a fresh site costs.
/// </summary>
internal static class PreparedStores
{
    // No tenant of a test gets as far.
    private static readonly TenantId ForTheTemplate = new(999_999);

    private static readonly ConcurrentDictionary<string, Lazy<Task<TestDatabase>>> Originals = new(StringComparer.Ordinal);

    private static readonly ConcurrentBag<string> Folders = [];

    static PreparedStores() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove();

    /// <summary>Stores of a test's own.</summary>
    /// <param name="provider">The database.</param>
    /// <param name="assemblies">Those with schema steps.</param>
    public static async Task<TestDatabase> CopyAsync(DatabaseProvider provider, IEnumerable<Assembly> assemblies)
    {
        Assembly[] all = [.. assemblies.Distinct().OrderBy(assembly => assembly.FullName, StringComparer.Ordinal)];
        var key = $"{provider}: {string.Join("; ", all.Select(assembly => assembly.FullName))}";
        var original = await Originals.GetOrAdd(key, _ => new(() => MakeAsync(provider, all))).Value;
        return await TestDatabase.CopyAsync(original);
    }

    private static async Task<TestDatabase> MakeAsync(DatabaseProvider provider, Assembly[] assemblies)
    {
        var database = await TestDatabase.CreateAsync(provider);
        Folders.Add(database.DataPath);
        await using var stores = await TestStores.OpenAsync(database, services => Array.ForEach(assemblies, assembly => services.AddSchemaSteps(assembly)));
        if (provider == DatabaseProvider.Sqlite)
        {
            await stores.Schema.CreateTenantAsync(ForTheTemplate, CancellationToken.None);
            Directory.Delete(stores.Files.Folder(ForTheTemplate), recursive: true);
            await using var db = stores.Sessions.OpenCounty();
            await db.Database.ExecuteSqlRawAsync("DELETE FROM store_schemas WHERE store LIKE 'tenant:%'");
        }
        return database;
    }

    // A database on the server is left: it is thrown away with the server.
    private static void Remove()
    {
        SqliteConnection.ClearAllPools();
        foreach (var folder in Folders)
        {
            TestFolder.Remove(folder);
        }
    }
}
