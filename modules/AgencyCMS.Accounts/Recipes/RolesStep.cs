using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Recipes.Running;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Recipes;

/// <summary>The step <c>Roles</c>, with the shape of Orchard Core's: makes roles of the tenant, or changes what they allow.</summary>
internal sealed class RolesStep(TenantDb db, IEnumerable<Permission> permissions) : IRecipeStep
{
    public IReadOnlyCollection<string> Names { get; } = ["Roles"];

    public string? Permission => AccountPermissions.ManageMembers;

    public void Check(RecipeStepContext context, JsonObject step)
    {
        foreach (var _ in step.FindObjects("Roles").Where(role => string.IsNullOrWhiteSpace(role.FindText("Name"))))
        {
            context.Fail(null, RecipeMessages.MissingValue, "Name");
        }
        foreach (var role in step.FindObjects("Roles"))
        {
            SeenTexts.TidyAll(role);
            foreach (var (_, unseen) in SeenTexts.CheckAll(role))
            {
                context.Fail(role.FindText("Name"), new(unseen.Code, unseen.Message), [.. unseen.Arguments]);
            }
        }
    }

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        var couldManage = await CanManageAsync(cancellationToken);
        foreach (var json in step.FindObjects("Roles"))
        {
            Apply(context, json);
        }
        if (couldManage && !db.Set<Role>().Local.Any(MayManage))
        {
            context.Fail(null, AccountRecipeMessages.NobodyLeft, AccountPermissions.ManageMembers);
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Whether a role of the site may manage its members; all roles are known to the session afterwards.</summary>
    private async Task<bool> CanManageAsync(CancellationToken cancellationToken) => (await db.Set<Role>().ToListAsync(cancellationToken)).Exists(MayManage);

    private static bool MayManage(Role role) => role.PermissionIds.Contains(AccountPermissions.ManageMembers, StringComparer.Ordinal);

    private void Apply(RecipeStepContext context, JsonObject json)
    {
        var name = json.FindText("Name")!.Trim(); // checked before
        var named = json.FindTexts("Permissions");
        var role = db.Set<Role>().Local.FirstOrDefault(role => role.Name == name);
        var before = role is null ? null : (role.Description, role.Permissions) as (string, string)?;
        var allowed = role?.PermissionIds ?? [];
        if (role is null)
        {
            role = new Role { Name = name, Description = "" };
            db.Add(role);
        }
        // As in Orchard Core: a description that is left out empties the old one.
        role.Description = json.FindText("Description") ?? "";
        role.PermissionIds = json.FindText("PermissionBehavior")?.ToUpperInvariant() switch
        {
            "ADD" => [.. role.PermissionIds.Union(named, StringComparer.Ordinal)],
            "REMOVE" => [.. role.PermissionIds.Except(named, StringComparer.Ordinal)],
            _ => [.. named],
        };
        Report(context, role, isNew: before is null, isSame: before == (role.Description, role.Permissions));
        RefuseOthersRights(context, name, AccountRecipeMessages.RightsNotHeld, role.PermissionIds.Except(allowed, StringComparer.Ordinal));
        if (allowed.Except(role.PermissionIds, StringComparer.Ordinal).Any())
        {
            // Taking rights from a role takes the role from those who have it.
            RefuseOthersRights(context, name, AccountRecipeMessages.RoleBeyond, allowed);
        }
        WarnOfUnknown(context, name, named);
    }

    // Who may run recipes here must not make themselves a role that may do more.
    private void RefuseOthersRights(RecipeStepContext context, string role, RecipeMessage message, IEnumerable<string> rights)
    {
        var known = permissions.Select(permission => permission.Id);
        var missing = rights.Intersect(known, StringComparer.Ordinal).Where(id => !context.Options.Runner.Can(id)).ToList();
        if (missing.Count > 0)
        {
            context.Fail(role, message, role, string.Join(", ", missing));
        }
    }

    private static void Report(RecipeStepContext context, Role role, bool isNew, bool isSame)
    {
        if (isSame)
        {
            context.Unchanged(role.Name, AccountRecipeMessages.RoleUnchanged, role.Name);
        }
        else
        {
            context.Applied(role.Name, isNew ? AccountRecipeMessages.RoleCreated : AccountRecipeMessages.RoleChanged, role.Name);
        }
    }

    // Kept all the same: the module that knows it may come later, and an export gives it back.
    private void WarnOfUnknown(RecipeStepContext context, string role, IReadOnlyList<string> named)
    {
        var known = permissions.Select(permission => permission.Id).ToImmutableHashSet(StringComparer.Ordinal);
        var unknown = named.Where(id => !known.Contains(id)).ToList();
        if (unknown.Count > 0)
        {
            context.Warn(role, AccountRecipeMessages.UnknownPermissions, role, string.Join(", ", unknown));
        }
    }
}
