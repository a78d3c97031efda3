using AgencyCMS.Recipes.Running;

namespace AgencyCMS.Recipes.Tests;

/// <summary>A store that is a list: what is written shows in <see cref="Stored"/> only after a commit.</summary>
internal sealed class RecordingTransactions : IRecipeTransactions
{
    internal List<string> Stored { get; } = [];

    internal List<string> Pending { get; } = [];

    internal int Begun { get; private set; }

    public Task<IRecipeTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        Begun++;
        return Task.FromResult<IRecipeTransaction>(new Transaction(this));
    }

    private sealed class Transaction(RecordingTransactions store) : IRecipeTransaction
    {
        public Task SaveAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task CommitAsync()
        {
            store.Stored.AddRange(store.Pending);
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            store.Pending.Clear();
            return ValueTask.CompletedTask;
        }
    }
}
