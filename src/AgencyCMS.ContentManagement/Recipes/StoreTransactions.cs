using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Recipes.Running;
using Microsoft.EntityFrameworkCore.Storage;

namespace AgencyCMS.ContentManagement.Recipes;

/// <summary>Runs a recipe in one transaction of the tenant's store.</summary>
internal sealed class StoreTransactions(TenantDb db, DefinitionStore definitions) : IRecipeTransactions
{
    public async Task<IRecipeTransaction> BeginAsync(CancellationToken cancellationToken) =>
        new StoreTransaction(db, definitions, await db.Database.BeginTransactionAsync(cancellationToken));

    private sealed class StoreTransaction(TenantDb db, DefinitionStore definitions, IDbContextTransaction transaction) : IRecipeTransaction
    {
        public Task SaveAsync(CancellationToken cancellationToken) => db.SaveChangesAsync(cancellationToken);

        public async Task CommitAsync()
        {
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            // After a commit these find nothing left to undo.
            await transaction.DisposeAsync();
            db.Discard();
            definitions.Forget();
        }
    }
}
