namespace AgencyCMS.Recipes.Exporting;

/// <summary>Places of the platform's own steps in an export; modules put theirs between.</summary>
public static class RecipeExportOrder
{
    public const int Features = 100;
    public const int Roles = 200;
    public const int Settings = 300;
    public const int Definitions = 400;
    public const int Media = 500;
    public const int Content = 600;
    public const int Documents = 700;
    public const int UnknownSteps = 900;

    /// <summary>The part that a place belongs to.</summary>
    public static RecipeExportPart PartOf(int order) => order switch
    {
        < Roles => RecipeExportPart.Features,
        < Settings => RecipeExportPart.Roles,
        < Definitions => RecipeExportPart.Settings,
        < Media => RecipeExportPart.Definitions,
        < Content => RecipeExportPart.Media,
        < Documents => RecipeExportPart.Content,
        _ => RecipeExportPart.Kept,
    };
}
