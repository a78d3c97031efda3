namespace AgencyCMS.ContentManagement.Recipes.Kept;

/// <summary>Names of the collections of documents that recipes fill, besides those of <see cref="KeptStep"/>.</summary>
internal static class KeptCollections
{
    /// <summary>Features that were asked for and that no module here has; the value is whether on or off.</summary>
    internal const string Features = "recipe-features";

    /// <summary>Themes that were asked for and that are not here: <c>site</c> and <c>admin</c>.</summary>
    internal const string Themes = "recipe-themes";

    /// <summary>Whole steps that nobody here carries out.</summary>
    internal const string UnknownSteps = "recipe-steps";

    /// <summary>Values of variables that kept expressions name.</summary>
    internal const string Variables = "recipe-variables";

    /// <summary>What an imported version looked like where it had to be changed; the name is the version's id.</summary>
    internal const string Imports = "recipe-imports";

    /// <summary>Files that came while no module kept media; the name is the path.</summary>
    internal const string Media = "recipe-media";

    /// <summary>Versions that a recipe of the program made public at an address; the name is the item's id, the value the version's.</summary>
    internal const string SetUp = "recipe-set-up";

    /// <summary>Settings that are content items; the name is the content type.</summary>
    internal const string CustomSettings = "custom-settings";
}
