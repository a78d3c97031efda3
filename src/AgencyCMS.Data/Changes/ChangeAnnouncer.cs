using System.Data.Common;
using System.Globalization;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AgencyCMS.Data.Changes;

/// <summary>Wakes consumers, and lets go of pages in memory, when a transaction with changes has committed: those of this process directly, those of other nodes by <c>NOTIFY</c>.</summary>
internal sealed class ChangeAnnouncer(ChangeSignal signal) : DbTransactionInterceptor
{
    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        // PostgreSQL delivers a notification exactly when its transaction commits.
        if (AnnouncedBy(eventData.Context) is { } tenant && eventData.Context!.Database.IsNpgsql()) // something is announced only by a context
        {
            await using var command = transaction.Connection!.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"NOTIFY {StoreNames.ChangesChannel}, '{tenant.Value}'");
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        return result;
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (AnnouncedBy(eventData.Context) is { } tenant)
        {
            Forget(eventData.Context);
            signal.Wake(tenant);
        }
        return Task.CompletedTask;
    }

    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context);
        return Task.CompletedTask;
    }

    private static TenantId? AnnouncedBy(DbContext? context) => context switch
    {
        TenantDb { HasUnannouncedChanges: true } db => new TenantId(db.CurrentTenantId),
        CountyDb db => db.Announces,
        _ => null,
    };

    private static void Forget(DbContext? context)
    {
        switch (context)
        {
            case TenantDb db:
                db.HasUnannouncedChanges = false;
                break;
            case CountyDb db:
                db.Announces = null;
                break;
        }
    }
}
