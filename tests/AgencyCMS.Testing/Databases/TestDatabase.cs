using AgencyCMS.Data.Stores;
using AgencyCMS.Testing.Files;

namespace AgencyCMS.Testing.Databases;

/// <summary>Empty stores of a test's own: a data folder, and on PostgreSQL a database.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestFolder _folder = new();

    private TestDatabase(DatabaseProvider provider, string connectionString)
    {
        Provider = provider;
        ConnectionString = connectionString;
    }

    public DatabaseProvider Provider { get; }

    /// <summary>Connection string of PostgreSQL's owner; empty on SQLite.</summary>
    public string ConnectionString { get; }

    /// <summary>Absolute path of the data folder.</summary>
    public string DataPath => _folder.Path;

    /// <summary>The same as <see cref="Options"/>, as configuration of a host.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["AgencyCMS:DataPath"] = DataPath,
        ["AgencyCMS:Database:Provider"] = Provider.ToString(),
        ["AgencyCMS:Database:ConnectionString"] = ConnectionString,
    };

    public DataOptions Options => new() { DataPath = DataPath, Provider = Provider, ConnectionString = ConnectionString };

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider) =>
        new(provider, provider == DatabaseProvider.PostgreSql ? await PostgreSqlServer.CreateDatabaseAsync() : "");

    /// <summary>A copy of stores that nobody has open.</summary>
    internal static async Task<TestDatabase> CopyAsync(TestDatabase original)
    {
        if (original.Provider == DatabaseProvider.PostgreSql)
        {
            return new(original.Provider, await PostgreSqlServer.CopyDatabaseAsync(original.ConnectionString));
        }
        var copy = new TestDatabase(original.Provider, "");
        foreach (var file in Directory.EnumerateFiles(original.DataPath, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.DataPath, Path.GetRelativePath(original.DataPath, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!); // below the folder
            StoreFiles.Copy(file, target);
        }
        return copy;
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider == DatabaseProvider.PostgreSql)
        {
            await PostgreSqlServer.DropDatabaseAsync(ConnectionString);
        }
        else
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }
        _folder.Dispose();
    }
}
