using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.County;

/// <summary>
/// Which county this is. Ids of tenants are counted anew in every county, so an id alone does not say whose data something is. The key lies in the county store, is
/// drawn once, and goes with the store into a backup and out of it.
/// </summary>
public sealed class Installation(StoreSessions stores)
{
    private string? _key;

    /// <returns>32 hexadecimal digits.</returns>
    public async Task<string> GetKeyAsync(CancellationToken cancellationToken)
    {
        if (_key is { } known)
        {
            return known;
        }
        await using var db = stores.OpenCounty();
        if (await FindAsync(db, cancellationToken) is not { } key)
        {
            var row = new InstallationRow { Key = Guid.NewGuid().ToString("N") };
            db.Add(row);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                key = row.Key;
            }
            catch (DbUpdateException)
            {
                // Another process has drawn it in the same moment.
                key = await FindAsync(db, cancellationToken) ?? throw new InvalidOperationException("The county store keeps no key.");
            }
        }
        return _key = key;
    }

    /// <summary>After the county store was replaced as a whole.</summary>
    public void Forget() => _key = null;

    private static Task<string?> FindAsync(CountyDb db, CancellationToken cancellationToken) =>
        db.Set<InstallationRow>().AsNoTracking().Where(row => row.Id == InstallationRow.OnlyId).Select(row => row.Key).FirstOrDefaultAsync(cancellationToken);
}
