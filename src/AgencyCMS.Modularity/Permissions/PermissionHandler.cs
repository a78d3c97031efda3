using Microsoft.AspNetCore.Authorization;

namespace AgencyCMS.Modularity.Permissions;

internal sealed class PermissionHandler(IActorSource actors) : IAuthorizationHandler
{
    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var requirement in context.PendingRequirements.ToList())
        {
            var met = requirement switch
            {
                PermissionRequirement needed => (await actors.GetAsync()).Can(needed.PermissionId),
                StaffRequirement => (await actors.GetAsync()).IsStaff,
                SignedInRequirement needed => await actors.GetAsync() is { IsSignedIn: true } actor && (needed.BeforeOwnPassword || !actor.MustChangePassword),
                _ => false,
            };
            if (met)
            {
                context.Succeed(requirement);
            }
        }
    }
}
