using System.Text.Json.Nodes;
using AgencyCMS.Recipes;

namespace AgencyCMS.Demo.Tests.Recipes;

/// <summary>The recipe files of this repository, read by the real reader.</summary>
internal static class RecipeFiles
{
    public static IReadOnlyDictionary<string, RecipeDocument> All { get; } = Read();

    public static IEnumerable<DemoItem> DemoItems { get; } =
        [.. All.Where(recipe => recipe.Key.StartsWith("demo/", StringComparison.Ordinal)).SelectMany(recipe => Items(recipe.Value).Select(item => new DemoItem(recipe.Key["demo/".Length..], item)))];

    public static IEnumerable<JsonObject> Entries { get; } = [.. Objects(Step("catalogue", "Catalogue")["Entries"])];

    public static IEnumerable<JsonObject> DemoTenants { get; } = [.. Objects(Step("demo-county", "Tenants")["Tenants"])];

    public static IEnumerable<JsonObject> DemoAccounts { get; } = [.. Objects(Step("demo-county", "Accounts")["Accounts"])];

    public static JsonObject Step(string recipe, string step) => Steps(recipe, step).Single();

    public static IEnumerable<JsonObject> Steps(string recipe, string step) => All[recipe].Steps.OfType<JsonObject>().Where(candidate => Text(candidate, "name") == step);

    /// <summary>Codes of a vocabulary of the standard catalogue.</summary>
    public static HashSet<string> Terms(string vocabulary) => Terms(Step("catalogue", "Vocabularies"), vocabulary);

    public static HashSet<string> Terms(JsonObject step, string vocabulary) =>
        [.. Objects(step["Vocabularies"]).Where(candidate => Text(candidate, "Name") == vocabulary).SelectMany(found => Objects(found["Terms"])).Select(term => Text(term, "Code"))];

    /// <summary>The kind of a demo tenant.</summary>
    public static string KindOf(string tenant) => tenant == "county-office" ? "CountyOffice" : Text(DemoTenants.Single(candidate => Text(candidate, "Name") == tenant), "Kind");

    public static IEnumerable<JsonObject> Items(RecipeDocument recipe) =>
        recipe.Steps.OfType<JsonObject>().Where(step => Text(step, "name") == "content").SelectMany(step => Objects(step["data"]));

    public static IEnumerable<JsonObject> Objects(JsonNode? array) => (array as JsonArray ?? []).OfType<JsonObject>();

    public static IEnumerable<string> Texts(JsonNode? array) => (array as JsonArray ?? []).Select(text => text!.GetValue<string>());

    public static string Text(JsonObject from, string property) => from[property]?.GetValue<string>() ?? "";

    /// <summary>The folder of the repository in which the recipes lie.</summary>
    public static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "AgencyCMS.sln")))
        {
            root = root.Parent ?? throw new DirectoryNotFoundException("The repository was not found above the tests.");
        }
        return Path.Combine(root.FullName, "recipes");
    }

    private static Dictionary<string, RecipeDocument> Read()
    {
        return Directory.EnumerateFiles(Folder(), "*.recipe.json", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(Folder(), file).Replace('\\', '/').Replace(".recipe.json", "", StringComparison.Ordinal),
            file => RecipeReader.Read(File.ReadAllBytes(file)));
    }
}

/// <summary>An item of the demo county.</summary>
/// <param name="Tenant">Name of its tenant.</param>
/// <param name="Json">As the recipe has it.</param>
internal sealed record DemoItem(string Tenant, JsonObject Json)
{
    public string Id => RecipeFiles.Text(Json, "ContentItemId");

    public string Title => RecipeFiles.Text(Json, "DisplayText");

    public JsonObject Part => Json["DisclosurePart"]!.AsObject();

    public string Html => RecipeFiles.Text(Json["HtmlBodyPart"]!.AsObject(), "Html");

    public DateOnly FormedOn => DateOnly.ParseExact(RecipeFiles.Text(Part, "FormedOn"), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public DateTimeOffset PublishedAt => DateTimeOffset.Parse(RecipeFiles.Text(Json, "PublishedUtc"), System.Globalization.CultureInfo.InvariantCulture);

    public string this[string property] => RecipeFiles.Text(Part, property);

    public override string ToString() => $"{Tenant}: {Title}";
}
