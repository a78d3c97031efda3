using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Contents.Scheduling;

/// <summary>
/// Publishes and withdraws at the scheduled moment, for all tenants. It sleeps until the earliest moment and not by rounds, so that what was announced for
/// nine o'clock is there at nine. Each node runs one; a moment is taken by the node that moves its row first, and by another one should that node die.
/// </summary>
internal sealed class ScheduleRunner(StoreSessions stores, TenantDirectory directory, TenantScopes scopes, ScheduleBell bell, TimeProvider clock, ILogger<ScheduleRunner> logger)
    : BackgroundService
{
    /// <summary>How often a node looks for moments that another node has written.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <summary>How long a node has the moment for itself.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>How far the copy of a moment may be behind its item before it is taken for one that was left over.</summary>
    private static readonly TimeSpan LeftOver = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MaxBackOff = TimeSpan.FromMinutes(5);

    /// <summary>How long a moment of a tenant that does not run is left alone, unless the tenant runs before.</summary>
    private static readonly TimeSpan Asleep = TimeSpan.FromHours(1);
    private const int ConflictAttempts = 3;
    private const string DoesNotRun = "The tenant does not run.";

    // The tenants as they were when those that wait for theirs were looked at.
    private IReadOnlyList<Tenant>? _seen;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        directory.Changed += _ => bell.Ring();
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Look;
            try
            {
                wait = await RunDueAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // A question to the store that was given up must not end the work, and the program with it.
                logger.LogError(exception, "The county store could not be asked for what is due; asking again.");
            }
            try
            {
                await bell.WaitAsync(wait, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <returns>How long to sleep.</returns>
    private async Task<TimeSpan> RunDueAsync(CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        await WakeAsync(db, cancellationToken);
        foreach (var row in await db.Set<ScheduleRow>().AsNoTracking().Where(row => row.NextAttemptAt <= clock.GetUtcNow()).OrderBy(row => row.DueAt).Take(100).ToListAsync(cancellationToken))
        {
            if (await TakeAsync(db, row, cancellationToken))
            {
                await RunAsync(db, row, cancellationToken);
            }
        }
        var next = await db.Set<ScheduleRow>().OrderBy(row => row.NextAttemptAt).Select(row => (DateTimeOffset?)row.NextAttemptAt).FirstOrDefaultAsync(cancellationToken);
        var wait = next is null ? Look : next.Value - clock.GetUtcNow();
        return wait > Look ? Look : wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait;
    }

    // What came due while a tenant did not run happens as soon as it runs again.
    private async Task WakeAsync(CountyDb db, CancellationToken cancellationToken)
    {
        var tenants = directory.All;
        if (ReferenceEquals(_seen, tenants))
        {
            return;
        }
        foreach (var id in await db.Set<ScheduleRow>().Where(row => row.LastError == DoesNotRun).Select(row => row.TenantId).Distinct().ToListAsync(cancellationToken))
        {
            if (Runs(id) is not null)
            {
                await db.Set<ScheduleRow>().Where(row => row.TenantId == id && row.LastError == DoesNotRun).ExecuteUpdateAsync(
                    update => update.SetProperty(row => row.NextAttemptAt, row => row.DueAt).SetProperty(row => row.LastError, (string?)null), cancellationToken);
            }
        }
        _seen = tenants;
    }

    private Tenant? Runs(int tenantId) => directory.Find(new TenantId(tenantId)) is { State: TenantState.Running or TenantState.Suspended } tenant ? tenant : null;

    // The row as it was read is the condition: of two nodes one finds it changed.
    private async Task<bool> TakeAsync(CountyDb db, ScheduleRow row, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + Lease;
        return await Same(db, row).Where(other => other.NextAttemptAt == row.NextAttemptAt)
            .ExecuteUpdateAsync(update => update.SetProperty(other => other.NextAttemptAt, until), cancellationToken) == 1;
    }

    private async Task RunAsync(CountyDb db, ScheduleRow row, CancellationToken cancellationToken)
    {
        if (Runs(row.TenantId) is not { } tenant)
        {
            await PostponeAsync(db, row, DoesNotRun, clock.GetUtcNow() + Asleep);
            return;
        }
        string? fault;
        (DateTimeOffset? Publish, DateTimeOffset? Withdraw) moments = default;
        try
        {
            moments = await ReadMomentsAsync(tenant, row.ContentItemId, cancellationToken);
            if (!(moments.Publish <= clock.GetUtcNow() || moments.Withdraw <= clock.GetUtcNow()))
            {
                await ForgetLeftOverAsync(db, row, cancellationToken);
                return;
            }
            fault = await RunAsync(tenant, row.ContentItemId, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.LogError(exception, "What was scheduled for item {Item} of {Tenant} failed.", row.ContentItemId, tenant.Name);
            fault = exception.GetBaseException().Message;
        }
        if (fault is not null)
        {
            var now = clock.GetUtcNow();
            var next = now + TimeSpan.FromSeconds(Math.Min(Math.Pow(2, row.Attempts + 1), MaxBackOff.TotalSeconds));
            // A withdrawal does not wait for a publication that is refused again and again.
            await PostponeAsync(db, row, fault, moments.Withdraw > now && moments.Withdraw < next ? moments.Withdraw.Value : next);
        }
        // When all went well the row is removed by the change that was written with the publication.
    }

    /// <returns>Null when done; otherwise what kept it.</returns>
    private async Task<string?> RunAsync(Tenant tenant, string contentItemId, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.Open(tenant, Actor.Service("schedule"));
            var outcome = await scope.ServiceProvider.GetRequiredService<ContentSchedule>().RunAsync(contentItemId, cancellationToken);
            if (!outcome.IsRefused)
            {
                return null;
            }
            // Somebody saved in the same instant: that must not delay what was announced.
            if (outcome.Problems[0].Kind is not ProblemKind.Conflict || attempt == ConflictAttempts)
            {
                return string.Join(' ', outcome.Problems.Select(problem => problem.ToEnglish()));
            }
        }
    }

    private async Task<(DateTimeOffset? Publish, DateTimeOffset? Withdraw)> ReadMomentsAsync(Tenant tenant, string contentItemId, CancellationToken cancellationToken)
    {
        await using var db = stores.Open(tenant.Id);
        var item = await db.Set<ContentItemRow>().Where(row => row.ContentItemId == contentItemId).Select(row => new { row.PublishAt, row.WithdrawAt }).SingleOrDefaultAsync(cancellationToken);
        return (item?.PublishAt, item?.WithdrawAt);
    }

    // The change that puts the row right is on its way, unless the row was left by something that did not say what it changed.
    private async Task ForgetLeftOverAsync(CountyDb db, ScheduleRow row, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - row.DueAt > LeftOver)
        {
            await Same(db, row).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task PostponeAsync(CountyDb db, ScheduleRow row, string fault, DateTimeOffset next)
    {
        await Same(db, row).ExecuteUpdateAsync(
            update => update.SetProperty(other => other.NextAttemptAt, next).SetProperty(other => other.Attempts, row.Attempts + 1).SetProperty(other => other.LastError, fault),
            CancellationToken.None);
    }

    private static IQueryable<ScheduleRow> Same(CountyDb db, ScheduleRow row) =>
        db.Set<ScheduleRow>().Where(other => other.TenantId == row.TenantId && other.ContentItemId == row.ContentItemId && other.DueAt == row.DueAt);
}
