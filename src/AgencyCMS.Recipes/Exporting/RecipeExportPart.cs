namespace AgencyCMS.Recipes.Exporting;

/// <summary>What can be chosen for an export.</summary>
public enum RecipeExportPart
{
    /// <summary>Features and themes.</summary>
    Features,

    /// <summary>Roles with what they allow.</summary>
    Roles,

    Settings,

    /// <summary>Content types, and the vocabularies and catalogues that content refers to.</summary>
    Definitions,

    /// <summary>Files of the site and of its items.</summary>
    Media,

    Content,

    /// <summary>What was kept of recipes though it means nothing here.</summary>
    Kept,
}
