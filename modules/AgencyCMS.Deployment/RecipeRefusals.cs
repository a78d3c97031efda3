using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Deployment;

internal static class RecipeRefusals
{
    public static Problem FileNotChosen() => Problem.Invalid("recipes.file-not-chosen", "File", "Choose a file.");

    public static Problem FileNotFound(string path) => Problem.NotFound("recipes.file-not-found", "There is no file “{0}”.", path);

    public static Problem UploadGone() => Problem.Refused("recipes.upload-gone", "The uploaded file is not kept any more. Upload it again.");

    public static Problem NotConfirmed() => Problem.Invalid("recipes.not-confirmed", "Confirmed", "Say that you have read what the recipe would do.");

    public static Problem NothingChosen() => Problem.Invalid("recipes.nothing-chosen", "Parts", "Choose at least one part.");

    public static Problem TenantNotOpen(string name) => Problem.Refused("recipes.tenant-not-open", "The tenant “{0}” is being set up or was deleted.", name);

    public static Problem TargetUnknown(string path) => Problem.Refused("recipes.target-unknown", "“{0}” must end with .json or .zip.", path);
}
