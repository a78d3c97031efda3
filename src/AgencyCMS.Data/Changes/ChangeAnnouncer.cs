using System.Data.Common;
using System.Globalization;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AgencyCMS.Data.Changes;

/// <summary>Wakes consumers when a transaction with changes has committed: those of this process directly, those of other nodes by <c>NOTIFY</c>.</summary>
internal sealed class ChangeAnnouncer(ChangeSignal signal) : DbTransactionInterceptor
{
    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        // PostgreSQL delivers a notification exactly when its transaction commits.
        if (eventData.Context is TenantDb { HasUnannouncedChanges: true } db && db.Database.IsNpgsql())
        {
            await using var command = transaction.Connection!.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"NOTIFY {StoreNames.ChangesChannel}, '{db.CurrentTenantId}'");
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        return result;
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is TenantDb { HasUnannouncedChanges: true } db)
        {
            db.HasUnannouncedChanges = false;
            signal.Wake(new TenantId(db.CurrentTenantId));
        }
        return Task.CompletedTask;
    }

    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is TenantDb db)
        {
            db.HasUnannouncedChanges = false;
        }
        return Task.CompletedTask;
    }
}
