using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Recipes;

namespace AgencyCMS.ContentManagement.Items;

/// <summary>Ids of content items and of their versions: 26 characters of 0-9 and a-z without i, l, o and u, made from a random GUID.</summary>
public static class ContentIds
{
    public static string New() => RecipeIds.New();

    /// <inheritdoc cref="RecipeIds.FromGuid"/>
    public static string FromGuid(Guid guid) => RecipeIds.FromGuid(guid);

    /// <summary>True for what other sites and older recipes have as ids, too: ASCII letters, digits, hyphens and underscores. Ids stand in addresses and in every index.</summary>
    public static bool IsAcceptable(string? id) => id is { Length: > 0 and <= ContentLimits.Id } && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    /// <inheritdoc cref="RecipeIds.IsWellFormed"/>
    public static bool IsWellFormed(string? id) => RecipeIds.IsWellFormed(id);
}
