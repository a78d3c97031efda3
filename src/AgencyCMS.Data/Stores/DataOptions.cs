using Microsoft.Extensions.Configuration;

namespace AgencyCMS.Data.Stores;

/// <summary>Where the data are: configuration section <c>AgencyCMS</c>.</summary>
public sealed record DataOptions
{
    /// <summary>Absolute path of the data folder.</summary>
    public required string DataPath { get; init; }

    public DatabaseProvider Provider { get; init; }

    /// <summary>Needed for PostgreSQL; its user must be able to create schemas, tables and roles at set-up.</summary>
    public string ConnectionString { get; init; } = "";

    /// <exception cref="InvalidOperationException">The provider is unknown, or PostgreSQL is named without a connection string.</exception>
    public static DataOptions Read(IConfiguration configuration, string contentRoot)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("AgencyCMS");
        var name = section["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider))
        {
            throw new InvalidOperationException($"AgencyCMS:Database:Provider is “{name}”; it must be Sqlite or PostgreSql.");
        }
        var connection = section["Database:ConnectionString"] ?? "";
        if (provider == DatabaseProvider.PostgreSql && connection.Length == 0)
        {
            throw new InvalidOperationException("AgencyCMS:Database:ConnectionString is needed for PostgreSql.");
        }
        return new DataOptions
        {
            DataPath = Path.GetFullPath(section["DataPath"] ?? "App_Data", contentRoot),
            Provider = provider,
            ConnectionString = connection,
        };
    }
}
