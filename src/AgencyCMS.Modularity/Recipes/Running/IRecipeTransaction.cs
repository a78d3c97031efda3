namespace AgencyCMS.Modularity.Recipes.Running;

/// <summary>All that a recipe writes. Disposing it without a commit undoes everything.</summary>
public interface IRecipeTransaction : IAsyncDisposable
{
    /// <summary>Takes no cancellation: once begun, a commit is finished.</summary>
    Task CommitAsync();
}
