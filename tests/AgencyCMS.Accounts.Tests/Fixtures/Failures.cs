using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts.Tests.Fixtures;

internal static class Failures
{
    /// <summary>Writes that a change of the tenant could not be passed on.</summary>
    /// <returns>What it was about.</returns>
    public static async Task<string> FailAsync(this County county, Tenant tenant)
    {
        var subject = "item" + Guid.NewGuid().ToString("N");
        var now = county.Clock.GetUtcNow();
        await using var db = county.Host.Services.GetRequiredService<StoreSessions>().OpenCounty();
        db.Add(new ChangeFailureRow
        {
            Consumer = "test.consumer",
            TenantId = tenant.Id.Value,
            Sequence = await db.Set<ChangeFailureRow>().CountAsync() + 1000,
            SubjectId = subject,
            Node = "",
            Attempts = 3,
            LastError = "the disk is full",
            FailedAt = now,
            NextAttemptAt = now.AddHours(1000),
        });
        await db.SaveChangesAsync();
        return subject;
    }
}
