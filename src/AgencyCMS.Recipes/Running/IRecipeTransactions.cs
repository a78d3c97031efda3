namespace AgencyCMS.Recipes.Running;

/// <summary>Begins the one transaction that a recipe runs in.</summary>
public interface IRecipeTransactions
{
    Task<IRecipeTransaction> BeginAsync(CancellationToken cancellationToken);
}
