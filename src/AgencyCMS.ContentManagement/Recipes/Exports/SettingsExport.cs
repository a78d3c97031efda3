using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Recipes.Kept;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Recipes.Exporting;

namespace AgencyCMS.ContentManagement.Recipes.Exports;

/// <summary>The site's settings, and those that are content items.</summary>
internal sealed class SettingsExport(TenantSettings settings, KeptDocuments documents) : IRecipeExportSource
{
    // Sections that hold passwords, keys or the salt of tokens.
    private static readonly HashSet<string> Secret = new(StringComparer.OrdinalIgnoreCase)
    {
        "SiteSalt", "SuperUser", "SmtpSettings", "ReCaptchaSettings", "AzureEmailSettings", "TwilioSettings",
    };

    public int Order => RecipeExportOrder.Settings;

    public async IAsyncEnumerable<JsonObject> StepsAsync(RecipeExportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sections = (await settings.ListAsync(cancellationToken)).Where(section => options.IncludesSecrets || !Secret.Contains(section.Key)).ToList();
        if (sections.Count > 0)
        {
            yield return Step("settings", sections);
        }
        var custom = await documents.ListAsync(KeptCollections.CustomSettings, cancellationToken);
        if (custom.Count > 0)
        {
            yield return Step("custom-settings", custom.Select(item => KeyValuePair.Create(item.Name, item.Value)));
        }
    }

    private static JsonObject Step(string name, IEnumerable<KeyValuePair<string, JsonNode?>> sections)
    {
        var step = new JsonObject { ["name"] = name };
        foreach (var (section, value) in sections)
        {
            step[section] = value;
        }
        return step;
    }
}
