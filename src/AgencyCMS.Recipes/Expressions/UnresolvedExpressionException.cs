using AgencyCMS.Recipes.Reporting;

namespace AgencyCMS.Recipes.Expressions;

/// <summary>An expression without a value. Thrown through the script engine, so it has to be an exception.</summary>
/// <param name="mayBeKept">True when the text stays as it is, false when the recipe cannot run.</param>
internal sealed class UnresolvedExpressionException(bool mayBeKept, RecipeMessage message, params object[] arguments) : Exception(message.Code)
{
    internal bool MayBeKept { get; } = mayBeKept;

    internal RecipeMessage Reason { get; } = message;

    internal IReadOnlyList<object> Arguments { get; } = arguments;
}
