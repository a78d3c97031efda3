using AgencyCMS.Modularity.Recipes;

namespace AgencyCMS.Content.Items;

/// <summary>Ids of content items and of their versions: 26 characters of 0-9 and a-z without i, l, o and u, made from a random GUID.</summary>
public static class ContentIds
{
    public static string New() => RecipeIds.New();

    /// <inheritdoc cref="RecipeIds.FromGuid"/>
    public static string FromGuid(Guid guid) => RecipeIds.FromGuid(guid);

    /// <inheritdoc cref="RecipeIds.IsWellFormed"/>
    public static bool IsWellFormed(string? id) => RecipeIds.IsWellFormed(id);
}
