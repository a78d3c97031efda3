namespace AgencyCMS.Recipes.Expressions;

/// <summary>
/// What the values of one recipe's expressions may be together. A package of a few kilobytes can name a file of gigabytes, and name it a thousand times; all of it
/// would be held in memory at once.
/// </summary>
internal sealed class ValueBudget(int characters)
{
    private const int Million = 1024 * 1024;
    private readonly int _millions = characters / Million;

    /// <summary>How many characters are left.</summary>
    internal int Left { get; private set; } = characters;

    /// <exception cref="UnresolvedExpressionException">There are not as many left.</exception>
    internal void Spend(int count)
    {
        if (count > Left)
        {
            throw TooLong();
        }
        Left -= count;
    }

    /// <summary>Ends the budget: the recipe is refused, and nothing more need be read for it.</summary>
    internal UnresolvedExpressionException TooLong()
    {
        Left = 0;
        return new(false, RecipeMessages.ValuesTooLong, _millions);
    }
}
