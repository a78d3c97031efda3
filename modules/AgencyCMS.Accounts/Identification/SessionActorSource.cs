using System.Collections.Frozen;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts.Identification;

/// <summary>The person of the request with the rights they hold in its tenant now; whoever opened it in a scope that is not a request's, and otherwise nobody.</summary>
internal sealed class SessionActorSource(
    IHttpContextAccessor http, TenantContext tenants, CurrentSession session, StoreSessions stores, EffectivePermissions permissions, ScopeActor scope) : IActorSource
{
    private Actor? _actor;

    public async ValueTask<Actor> GetAsync() => _actor ??= await ReadAsync();

    private async Task<Actor> ReadAsync()
    {
        // A scope opened during a request, such as another tenant's, is not the request's own and must not borrow the person's rights.
        if (http.HttpContext is not { } context || !ReferenceEquals(context.RequestServices.GetService<TenantContext>(), tenants))
        {
            return scope.Actor ?? Actor.Anonymous;
        }
        if (session.State is not { } state)
        {
            return Actor.Anonymous;
        }
        var actor = new Actor { AccountId = state.AccountId, Name = state.UserName, DisplayName = state.DisplayName, MustChangePassword = state.MustChangePassword };
        // Somebody else has seen this password: until it is replaced the person may do nothing but replace it.
        if (state.MustChangePassword || state.Roles is null)
        {
            return actor;
        }
        return actor with
        {
            IsStaff = true,
            Groups = Membership.Read(state.Groups!).ToFrozenSet(StringComparer.Ordinal), // never null beside roles
            Permissions = await PermissionsAsync(Membership.Read(state.Roles), context.RequestAborted),
        };
    }

    private async Task<FrozenSet<string>> PermissionsAsync(IReadOnlyCollection<string> roles, CancellationToken cancellationToken)
    {
        if (roles.Count == 0)
        {
            return FrozenSet<string>.Empty;
        }
        await using var db = stores.Open(tenants.Tenant.Id);
        var held = await db.Set<Role>().AsNoTracking().Where(role => roles.Contains(role.Name)).ToListAsync(cancellationToken);
        return permissions.Of(tenants.Tenant, held).ToFrozenSet(StringComparer.Ordinal);
    }
}
