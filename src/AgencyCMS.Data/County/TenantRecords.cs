using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.County;

/// <summary>The tenants' records in the county store, and the directory that mirrors them in this process.</summary>
public sealed class TenantRecords(StoreSessions stores, TenantDirectory directory, TimeProvider clock) : IDisposable
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
            directory.Replace(rows.Select(row => row.ToTenant()));
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Adds a record and gives it its id.</summary>
    /// <param name="tenant">Its id and version are ignored.</param>
    /// <param name="cancellationToken">Stops before the record is written.</param>
    /// <returns>The record as written; refused when its name, prefix or a host name is taken.</returns>
    public async Task<Outcome<Tenant>> AddAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        await using var db = stores.OpenCounty();
        var clashes = await ClashesAsync(db, tenant, cancellationToken);
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
        return await WriteAsync(db, row, tenant);
    }

    /// <summary>Replaces a record.</summary>
    /// <param name="tenant">The changed record with the version it was read at.</param>
    /// <param name="cancellationToken">Stops before the record is written.</param>
    /// <returns>The record as written; refused when something is taken, or when somebody else changed it first.</returns>
    public async Task<Outcome<Tenant>> UpdateAsync(Tenant tenant, CancellationToken cancellationToken)
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
        return await WriteAsync(db, row, tenant);
    }

    /// <summary>Removes the record. Its id is never given again.</summary>
    public async Task RemoveAsync(TenantId id, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Set<TenantHostRow>().Where(row => row.TenantId == id.Value).ExecuteDeleteAsync(cancellationToken);
        await db.Set<ConsumerPositionRow>().Where(row => row.TenantId == id.Value).ExecuteDeleteAsync(cancellationToken);
        await db.Set<ChangeFailureRow>().Where(row => row.TenantId == id.Value).ExecuteDeleteAsync(cancellationToken);
        await db.Set<WakeRow>().Where(row => row.TenantId == id.Value).ExecuteDeleteAsync(cancellationToken);
        await db.Set<TenantRow>().Where(row => row.Id == id.Value).ExecuteDeleteAsync(cancellationToken);
        await AnnounceAsync(db);
        await transaction.CommitAsync(CancellationToken.None);
        await LoadAsync(CancellationToken.None);
    }

    public void Dispose() => _loading.Dispose();

    private async Task<Outcome<Tenant>> WriteAsync(CountyDb db, TenantRow row, Tenant tenant)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync(CancellationToken.None);
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
        await LoadAsync(CancellationToken.None);
        return row.ToTenant();
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

    private static async Task AnnounceAsync(CountyDb db)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync("NOTIFY " + StoreNames.TenantsChannel);
        }
    }
}
