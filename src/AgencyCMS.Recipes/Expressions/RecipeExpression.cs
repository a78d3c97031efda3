namespace AgencyCMS.Recipes.Expressions;

/// <summary>A text of the form <c>[engine: script]</c>.</summary>
internal readonly record struct RecipeExpression(string Engine, string Script)
{
    /// <summary>Texts such as "[1,2]" or "[ fancy ]" are no expressions: between the bracket and the first colon are letters only.</summary>
    internal static RecipeExpression? TryParse(string text)
    {
        if (text.Length < 4 || text[0] != '[' || text[^1] != ']')
        {
            return null;
        }
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || !text[1..colon].All(char.IsLetter))
        {
            return null;
        }
        // Orchard Core strips every bracket at both ends, not just one; scripts in the wild are written for that.
        var inner = text.Trim('[', ']');
        var split = inner.IndexOf(':', StringComparison.Ordinal);
        return split < 0 ? null : new(inner[..split], inner[(split + 1)..].Trim());
    }
}
