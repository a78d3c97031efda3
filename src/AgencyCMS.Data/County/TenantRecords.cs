using System.Collections.Frozen;
using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.County;

/// <summary>The tenants' records in the county store, and the directory that mirrors them in this process.</summary>
/// <param name="stores">Opens the county store.</param>
/// <param name="directory">What is kept in step with the records.</param>
/// <param name="clock">Dates new records.</param>
/// <param name="faults">Says which tenants' stores cannot be used.</param>
/// <param name="features">Says which features every tenant has, also those made before a module came; null where there are no modules.</param>
public sealed class TenantRecords(StoreSessions stores, TenantDirectory directory, TimeProvider clock, StoreFaults faults, FeatureCatalogue? features = null) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1, 1);

    /// <summary>Reads all records and swaps the directory.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            await using var db = stores.OpenCounty();
            var rows = await db.Set<TenantRow>().AsNoTracking().Include(row => row.Hosts).ToListAsync(cancellationToken);
            directory.Replace(rows.Select(Read));
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Whether a tenant runs by its record as it is at this moment, of which a command's directory need not have heard.</summary>
    public async Task<bool> IsRunningAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return await db.Set<TenantRow>().AnyAsync(row => row.Id == tenant.Value && row.State == TenantState.Running, cancellationToken);
    }

    /// <summary>Every reason why the record cannot stand beside the others: its name, prefix or a host name is taken, or there is a county office already.</summary>
    /// <param name="tenant">A new record with id 0, or a changed one.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public async Task<IReadOnlyList<Problem>> FindClashesAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        await using var db = stores.OpenCounty();
        return await ClashesAsync(db, tenant, cancellationToken);
    }

    /// <summary>Adds a record and gives it its id.</summary>
    /// <param name="tenant">Its id and version are ignored.</param>
    /// <param name="beside">Adds rows that are written in the same transaction; gets the record as written. Null for none.</param>
    /// <param name="cancellationToken">Stops before the record is written.</param>
    /// <returns>The record as written; refused when its name, prefix or a host name is taken.</returns>
    public async Task<Outcome<Tenant>> AddAsync(Tenant tenant, Action<CountyDb, Tenant>? beside, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        await using var db = stores.OpenCounty();
        var clashes = await ClashesAsync(db, tenant with { Id = default }, cancellationToken);
        if (clashes.Count > 0)
        {
            return Outcome.Refused<Tenant>(clashes);
        }
        var row = new TenantRow
        {
            Name = "",
            Title = "",
            Store = "",
            Culture = "",
            TimeZone = "",
            Theme = "",
            Features = "[]",
            SiteCode = "",
            Version = 1,
            CreatedAt = clock.GetUtcNow(),
        };
        row.Take(tenant);
        db.Add(row);
        return await WriteAsync(db, row, tenant, beside);
    }

    /// <inheritdoc cref="AddAsync(Tenant, Action{CountyDb, Tenant}?, CancellationToken)"/>
    public Task<Outcome<Tenant>> AddAsync(Tenant tenant, CancellationToken cancellationToken) => AddAsync(tenant, null, cancellationToken);

    /// <summary>Replaces a record.</summary>
    /// <param name="tenant">The changed record with the version it was read at.</param>
    /// <param name="beside">Adds rows that are written in the same transaction; gets the record as written. Null for none.</param>
    /// <param name="cancellationToken">Stops before the record is written.</param>
    /// <returns>The record as written; refused when something is taken, or when somebody else changed it first.</returns>
    public async Task<Outcome<Tenant>> UpdateAsync(Tenant tenant, Action<CountyDb, Tenant>? beside, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        await using var db = stores.OpenCounty();
        var row = await db.Set<TenantRow>().Include(row => row.Hosts).SingleOrDefaultAsync(row => row.Id == tenant.Id.Value, cancellationToken);
        if (row is null)
        {
            return TenantProblems.NotFound(tenant.Name);
        }
        if (row.Version != tenant.Version)
        {
            return TenantProblems.ChangedMeanwhile(tenant.Name);
        }
        var clashes = await ClashesAsync(db, tenant, cancellationToken);
        if (clashes.Count > 0)
        {
            return Outcome.Refused<Tenant>(clashes);
        }
        row.Take(tenant);
        row.Version++;
        return await WriteAsync(db, row, tenant, beside);
    }

    /// <inheritdoc cref="UpdateAsync(Tenant, Action{CountyDb, Tenant}?, CancellationToken)"/>
    public Task<Outcome<Tenant>> UpdateAsync(Tenant tenant, CancellationToken cancellationToken) => UpdateAsync(tenant, null, cancellationToken);

    /// <summary>Removes the record and all rows of the county store that follow the tenant. Its id is never given again.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="beside">Adds rows that are written in the same transaction; null for none.</param>
    /// <param name="cancellationToken">Stops before the record is gone.</param>
    public async Task RemoveAsync(TenantId id, Action<CountyDb>? beside, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        var store = SchemaSteps.StoreKey(id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await TenantTies.RemoveAsync(db, id, cancellationToken);
        await db.Set<StoreSchemaRow>().Where(row => row.Store == store).ExecuteDeleteAsync(cancellationToken);
        await db.Set<TenantRow>().Where(row => row.Id == id.Value).ExecuteDeleteAsync(cancellationToken);
        beside?.Invoke(db);
        await db.SaveChangesAsync(cancellationToken);
        await AnnounceAsync(db);
        await transaction.CommitAsync(CancellationToken.None);
        await MirrorAsync(id, null);
    }

    /// <inheritdoc cref="RemoveAsync(TenantId, Action{CountyDb}?, CancellationToken)"/>
    public Task RemoveAsync(TenantId id, CancellationToken cancellationToken) => RemoveAsync(id, null, cancellationToken);

    public void Dispose() => _loading.Dispose();

    private Tenant Read(TenantRow row)
    {
        var tenant = faults.Mark(row.ToTenant());
        return features is null || tenant.Features.IsSupersetOf(features.AlwaysEnabled)
            ? tenant
            : tenant with { Features = tenant.Features.Union(features.AlwaysEnabled).ToFrozenSet(StringComparer.Ordinal) };
    }

    // One changed record need not be a reason to read ten thousand: it is put into the snapshot, unless the snapshot is behind in something else.
    private async Task MirrorAsync(TenantId id, Tenant? tenant)
    {
        await _loading.WaitAsync();
        var isBehind = false;
        try
        {
            var others = directory.All.Where(other => other.Id != id).ToList();
            isBehind = tenant is not null && (directory.Find(id)?.Version > tenant.Version || others.Exists(other => IsInTheWay(other, tenant)));
            if (!isBehind)
            {
                directory.Replace(tenant is null ? others : others.Append(tenant));
            }
        }
        finally
        {
            _loading.Release();
        }
        if (isBehind)
        {
            await LoadAsync(CancellationToken.None);
        }
    }

    private static bool IsInTheWay(Tenant other, Tenant tenant) =>
        other.Name == tenant.Name || (tenant.Prefix is not null && other.Prefix == tenant.Prefix) || other.Hosts.Any(tenant.Hosts.Contains);

    private async Task<Outcome<Tenant>> WriteAsync(CountyDb db, TenantRow row, Tenant tenant, Action<CountyDb, Tenant>? beside)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync(CancellationToken.None);
            if (beside is not null)
            {
                // The id of a new record is known only now.
                beside(db, Read(row));
                await db.SaveChangesAsync(CancellationToken.None);
            }
            await AnnounceAsync(db);
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            return TenantProblems.ChangedMeanwhile(tenant.Name);
        }
        catch (DbUpdateException)
        {
            // Another node took the name between our look and our write: the unique index is the judge.
            await using var fresh = stores.OpenCounty();
            var clashes = await ClashesAsync(fresh, tenant with { Id = new TenantId(row.Id) }, CancellationToken.None);
            if (clashes.Count == 0)
            {
                throw;
            }
            return Outcome.Refused<Tenant>(clashes);
        }
        var written = Read(row);
        await MirrorAsync(written.Id, written);
        return written;
    }

    private static async Task<List<Problem>> ClashesAsync(CountyDb db, Tenant tenant, CancellationToken cancellationToken)
    {
        var clashes = new List<Problem>();
        var others = db.Set<TenantRow>().Where(row => row.Id != tenant.Id.Value);
        if (await others.AnyAsync(row => row.Name == tenant.Name, cancellationToken))
        {
            clashes.Add(TenantProblems.NameTaken(tenant.Name));
        }
        if (tenant.Prefix is not null && await others.AnyAsync(row => row.Prefix == tenant.Prefix, cancellationToken))
        {
            clashes.Add(TenantProblems.PrefixTaken(tenant.Prefix));
        }
        if (tenant.IsCounty && await others.AnyAsync(row => row.Kind == TenantKind.CountyOffice, cancellationToken))
        {
            clashes.Add(TenantProblems.CountyExists());
        }
        var hosts = tenant.Hosts.ToList();
        var taken = await db.Set<TenantHostRow>().Where(row => hosts.Contains(row.Host) && row.TenantId != tenant.Id.Value).Select(row => row.Host).ToListAsync(cancellationToken);
        clashes.AddRange(taken.Select(TenantProblems.HostTaken));
        return clashes;
    }

    /// <summary>Tells the other nodes, once the transaction is committed.</summary>
    internal static async Task AnnounceAsync(CountyDb db)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync("NOTIFY " + StoreNames.TenantsChannel);
        }
    }
}
