using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using FluentMigrator;
using FluentMigrator.Runner;
using FluentMigrator.Runner.Conventions;
using FluentMigrator.Runner.Initialization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Data.Schema;

/// <summary>Brings stores to the schema that the loaded modules need. Steps that were done are skipped, so an interrupted upgrade goes on where it stopped.</summary>
public sealed class SchemaSteps(DataOptions options, StoreFiles files, StoreSessions stores, StoreFaults faults, IEnumerable<SchemaAssembly> assemblies, TimeProvider clock, ILogger<SchemaSteps> logger)
{
    private readonly Assembly[] _assemblies = [.. assemblies.Select(item => item.Assembly).Distinct()];
    private string? _tenantFingerprint;

    /// <summary>Short hash of the tenant stores' steps; two programs with the same modules agree on it.</summary>
    public string TenantFingerprint => _tenantFingerprint ??= Fingerprint(SchemaStore.Tenant);

    /// <summary>Brings the county store (and on PostgreSQL the shared tenant store) up to date.</summary>
    public async Task UpgradeCountyAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.DataPath);
        await using var held = await SchemaLock.TakeAsync(options, stores, clock, cancellationToken);
        var fingerprint = Fingerprint(SchemaStore.County);
        if (await CountyFingerprintAsync(cancellationToken) != fingerprint)
        {
            Run(SchemaStore.County, files.County, StoreNames.CountySchema);
            await RememberAsync(SchemaStore.County, fingerprint);
        }
        if (options.Provider == DatabaseProvider.PostgreSql && await KnownAsync(SchemaStore.Tenant, cancellationToken) != TenantFingerprint)
        {
            Run(SchemaStore.Tenant, "", StoreNames.TenantSchema);
            await RememberAsync(SchemaStore.Tenant, TenantFingerprint);
        }
    }

    /// <summary>
    /// Upgrades every tenant store whose schema is behind; one that cannot be, or is missing, is noted among the <see cref="StoreFaults"/>. On PostgreSQL there is
    /// one store, upgraded with the county's.
    /// </summary>
    /// <returns>True when a store was added to the faults: the directory must be read again.</returns>
    public async Task<bool> UpgradeTenantsAsync(IReadOnlyList<Tenant> tenants, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        if (options.Provider == DatabaseProvider.PostgreSql)
        {
            return false;
        }
        Dictionary<string, string> known;
        await using (var db = stores.OpenCounty())
        {
            known = await db.Set<StoreSchemaRow>().ToDictionaryAsync(row => row.Store, row => row.Fingerprint, cancellationToken);
        }
        var missing = tenants.Where(tenant => tenant.State is not (TenantState.Draft or TenantState.Provisioning) && !files.HasTenant(tenant.Id)).ToList();
        foreach (var tenant in missing)
        {
            logger.LogError("The store of tenant {Tenant} is missing or empty; its site shows a notice until the store is restored.", tenant.Name);
            faults.Note(tenant.Id, "The store's file is missing or empty.");
        }
        var behind = tenants.Except(missing).Where(tenant => known.GetValueOrDefault(StoreKey(tenant.Id)) != TenantFingerprint && files.HasTenant(tenant.Id)).ToList();
        foreach (var tenant in behind)
        {
            try
            {
                await UpgradeTenantAsync(tenant.Id, cancellationToken);
                logger.LogInformation("Upgraded the store of tenant {Tenant}.", tenant.Name);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Whatever is wrong with one agency's file, it is no reason to keep all others from their readers.
                logger.LogError(exception, "The store of tenant {Tenant} cannot be brought up to date; its site shows a notice until the store is restored.", tenant.Name);
                faults.Note(tenant.Id, exception.GetBaseException().Message);
            }
        }
        return tenants.Any(tenant => faults.All.ContainsKey(tenant.Id));
    }

    /// <summary>Upgrades one tenant's store file, such as one that came from a backup.</summary>
    /// <exception cref="InvalidDataException">The file is no store of this tenant.</exception>
    public async Task UpgradeTenantAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (options.Provider == DatabaseProvider.PostgreSql)
        {
            return;
        }
        if (await StoreIdentity.FindFaultAsync(files.Tenant(tenant), tenant, cancellationToken) is { } fault)
        {
            throw new InvalidDataException(fault);
        }
        await using var held = await SchemaLock.TakeAsync(options, stores, clock, cancellationToken);
        Run(SchemaStore.Tenant, files.Tenant(tenant), "");
        await RememberAsync(StoreKey(tenant), TenantFingerprint);
        faults.Clear(tenant);
    }

    /// <summary>Makes an empty store for a new tenant: on SQLite a copy of a prepared file, on PostgreSQL nothing.</summary>
    /// <exception cref="StoreInTheWayException">There is a store already, which somebody may want back.</exception>
    public async Task CreateTenantAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (File.Exists(files.Tenant(tenant)))
        {
            throw new StoreInTheWayException(files.Tenant(tenant));
        }
        Directory.CreateDirectory(files.Folder(tenant));
        if (options.Provider == DatabaseProvider.PostgreSql)
        {
            return;
        }
        var template = files.Template(TenantFingerprint);
        if (!File.Exists(template))
        {
            await using var held = await SchemaLock.TakeAsync(options, stores, clock, cancellationToken);
            PrepareTemplate(template);
        }
        StoreFiles.Copy(template, files.Tenant(tenant));
        await RememberAsync(StoreKey(tenant), TenantFingerprint);
    }

    internal static string StoreKey(TenantId tenant) => "tenant:" + tenant;

    private void PrepareTemplate(string template)
    {
        if (File.Exists(template))
        {
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(template)!);
        var unfinished = template + ".new";
        File.Delete(unfinished);
        Run(SchemaStore.Tenant, unfinished, "");
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()))
        {
            connection.Open();
            SqliteConnections.Prepare(connection);
        }
        File.Move(unfinished, template);
    }

    private void Run(string tag, string file, string schema)
    {
        var isPostgreSql = options.Provider == DatabaseProvider.PostgreSql;
        if (isPostgreSql)
        {
            PostgreSqlSchema.Create(stores.DataSource, schema);
        }
        var connection = isPostgreSql ? options.ConnectionString : new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
        using var services = new ServiceCollection()
            .AddFluentMigratorCore()
            .AddSingleton<IConventionSet>(new DefaultConventionSet(isPostgreSql ? schema : null, null))
            .Configure<RunnerOptions>(runner => runner.Tags = [tag])
            .ConfigureRunner(runner => (isPostgreSql ? runner.AddPostgres15_0() : runner.AddSQLite())
                .WithGlobalConnectionString(connection)
                .WithVersionTable(new SchemaStepTable(isPostgreSql ? schema : ""))
                .ScanIn(_assemblies).For.Migrations())
            .BuildServiceProvider();
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp();
        if (isPostgreSql)
        {
            PostgreSqlSchema.Secure(stores.DataSource, schema, withRowSecurity: tag == SchemaStore.Tenant);
        }
    }

    private async Task<string?> CountyFingerprintAsync(CancellationToken cancellationToken)
    {
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            return File.Exists(files.County) ? await KnownAsync(SchemaStore.County, cancellationToken) : null;
        }
        // Asked as the owner: an upgrade that was interrupted has not yet let the application's role in.
        await using var table = stores.DataSource.CreateCommand($"SELECT to_regclass('{StoreNames.CountySchema}.store_schemas') IS NOT NULL");
        if (!(bool)(await table.ExecuteScalarAsync(cancellationToken))!)
        {
            return null;
        }
        await using var known = stores.DataSource.CreateCommand($"SELECT fingerprint FROM {StoreNames.CountySchema}.store_schemas WHERE store = '{SchemaStore.County}'");
        return (string?)await known.ExecuteScalarAsync(cancellationToken);
    }

    private async Task<string?> KnownAsync(string store, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        try
        {
            return await db.Set<StoreSchemaRow>().Where(row => row.Store == store).Select(row => row.Fingerprint).SingleOrDefaultAsync(cancellationToken);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == 1)
        {
            // The very first set-up was interrupted before the table was made.
            return null;
        }
    }

    private async Task RememberAsync(string store, string fingerprint)
    {
        await using var db = stores.OpenCounty();
        var row = await db.Set<StoreSchemaRow>().SingleOrDefaultAsync(row => row.Store == store);
        if (row is null)
        {
            db.Add(new StoreSchemaRow { Store = store, Fingerprint = fingerprint });
        }
        else
        {
            row.Fingerprint = fingerprint;
        }
        await db.SaveChangesAsync();
    }

    private string Fingerprint(string tag)
    {
        var versions = _assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetCustomAttribute<TagsAttribute>() is { } tags && tags.TagNames.Contains(tag))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Version.ToString(CultureInfo.InvariantCulture)).OfType<string>().Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(',', versions))))[..12];
    }
}
