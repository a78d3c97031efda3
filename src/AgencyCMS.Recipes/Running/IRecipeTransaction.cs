namespace AgencyCMS.Recipes.Running;

/// <summary>All that a recipe writes. Disposing it without a commit undoes everything.</summary>
public interface IRecipeTransaction : IAsyncDisposable
{
    /// <summary>Writes what a step has staged, so that the next one finds it.</summary>
    Task SaveAsync(CancellationToken cancellationToken);

    /// <summary>Takes no cancellation: once begun, a commit is finished.</summary>
    Task CommitAsync();
}
