using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;
using AgencyCMS.Recipes.Exporting;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Recipes;

/// <summary>Exports the tenant's roles. Who has them stays behind: accounts and memberships are the county's.</summary>
internal sealed class RolesExport(TenantDb db) : IRecipeExportSource
{
    public int Order => RecipeExportOrder.Roles;

    public async IAsyncEnumerable<JsonObject> StepsAsync(RecipeExportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var roles = await db.Set<Role>().AsNoTracking().OrderBy(role => role.Name).ToListAsync(cancellationToken);
        if (roles.Count > 0)
        {
            yield return new() { ["name"] = "Roles", ["Roles"] = new JsonArray([.. roles.Select(Write)]) };
        }
    }

    private static JsonObject Write(Role role) => new()
    {
        ["Name"] = role.Name,
        ["Description"] = role.Description,
        ["Permissions"] = new JsonArray([.. role.PermissionIds.Select(id => (JsonNode)id)]),
    };
}
