using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Memberships;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes.Running;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Recipes;

/// <summary>What a recipe may say of the work of people: no more than its runner by the pages, and nothing that somebody has taken back.</summary>
internal sealed class RecipeMemberships(CountyDb county, TenantDb here, RoleQuery roles, TenantDirectory directory)
{
    /// <returns>The request without the memberships that were taken back; a role that the runner cannot give, or that is none, fails the recipe.</returns>
    public async Task<AccountRequest> AllowAsync(RecipeStepContext context, AccountRequest request, CancellationToken cancellationToken)
    {
        if (request.By.IsSystem)
        {
            return request;
        }
        var allowed = request.Memberships;
        foreach (var membership in request.Memberships)
        {
            // A site that the same recipe makes comes later, with roles of its own.
            if (directory.FindByName(membership.Tenant) is not { } tenant)
            {
                continue;
            }
            if (await WasRemovedAsync(request.UserName, tenant, cancellationToken))
            {
                context.Warn(request.UserName, AccountRecipeMessages.MembershipLeft, request.UserName, tenant.Title);
                allowed = allowed.Remove(membership);
                continue;
            }
            foreach (var problem in await CheckAsync(membership, tenant, request.By, cancellationToken))
            {
                context.Fail(request.UserName, new(problem.Code, problem.Message), [.. problem.Arguments]);
            }
        }
        return request with { Memberships = allowed };
    }

    private async Task<IEnumerable<Problem>> CheckAsync(MembershipRequest membership, Tenant tenant, Actor by, CancellationToken cancellationToken)
    {
        // Roles that the same recipe brings are seen in its own transaction only.
        IEnumerable<Role> there = tenant.Id.Value == here.CurrentTenantId ? await here.Set<Role>().AsNoTracking().ToListAsync(cancellationToken) : await roles.ListAsync(tenant.Id, cancellationToken);
        var known = there.ToDictionary(role => role.Name, StringComparer.Ordinal);
        return membership.Roles.Select(name => !known.TryGetValue(name, out var role) ? AccountProblems.UnknownRole(name) : roles.MayGive(role, tenant.Id, by) ? null : AccountProblems.RoleNotYours(name))
            .OfType<Problem>();
    }

    private async Task<bool> WasRemovedAsync(string userName, Tenant tenant, CancellationToken cancellationToken)
    {
        var name = UserNames.Normalise(userName);
        var id = await county.Set<Account>().Where(account => account.NormalisedName == name).Select(account => (int?)account.Id).SingleOrDefaultAsync(cancellationToken);
        return id is not null
            && !await county.Set<Membership>().AnyAsync(membership => membership.AccountId == id && membership.TenantId == tenant.Id.Value, cancellationToken)
            && await county.Set<AccountEvent>().AnyAsync(happened => happened.AccountId == id && happened.Kind == AccountEventKind.MembershipRemoved && (happened.Site == tenant.Id.Value || (happened.Site == null && happened.Detail == tenant.Name)), cancellationToken);
    }
}
