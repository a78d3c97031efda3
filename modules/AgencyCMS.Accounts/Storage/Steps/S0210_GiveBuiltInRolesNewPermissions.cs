using System.Text.Json;
using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Accounts.Storage.Steps;

/// <summary>
/// The administrators of sites that stand get what those of new sites have: recipes, and for the county's the help inside an agency's site. Only a role that is exactly
/// as a set-up recipe once gave it; one that somebody has changed says what is wanted there, and nothing is added to it.
/// </summary>
[Tags(SchemaStore.Tenant)]
[Migration(2026_11_27_0210)]
public sealed class S0210_GiveBuiltInRolesNewPermissions : ForwardOnlyMigration
{
    private static readonly string[] Site =
    [
        "contents.view-drafts", "contents.edit", "contents.publish", "contents.withdraw", "media.upload", "disclosure.edit-catalogue",
        "site.settings", "site.features", "accounts.manage-members", "operations.view",
    ];

    private static readonly string[] County = [.. Site, "contents.edit-types", "accounts.manage", "tenants.manage"];

    // What earlier set-up recipes had beside these, from the oldest to the newest.
    private static readonly string[][] SiteAdditions = [[], ["disclosure.import"]];
    private static readonly string[][] CountyAdditions = [[], ["operations.jobs"], ["operations.jobs", "disclosure.import", "disclosure.import-county"]];

    public override void Up()
    {
        foreach (var given in SiteAdditions.Select(added => Site.Concat(added).ToList()))
        {
            Give("SiteAdministrator", given, "site.recipes");
        }
        foreach (var given in CountyAdditions.Select(added => County.Concat(added).ToList()))
        {
            Give("CountyAdministrator", given, "site.recipes", "tenants.help");
            Give("CountyAdministrator", [.. given, "site.recipes"], "tenants.help");
            Give("CountyAdministrator", [.. given, "tenants.help"], "site.recipes");
        }
    }

    private void Give(string role, IReadOnlyList<string> given, params string[] added) =>
        Update.Table("roles").Set(new { permissions = Text(given.Concat(added)) }).Where(new { name = role, permissions = Text(given) });

    // As the table holds them.
    private static string Text(IEnumerable<string> permissions) => JsonSerializer.Serialize(permissions.Order(StringComparer.Ordinal));
}
