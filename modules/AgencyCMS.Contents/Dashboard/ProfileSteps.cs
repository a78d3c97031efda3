using AgencyCMS.Admin.Contracts;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.Dashboard;

/// <summary>A new site says who is behind it and how they are reached, and looks like its agency.</summary>
internal sealed class ProfileSteps(ISiteProfileSource profiles, IStringLocalizer localizer) : IFirstSteps
{
    public async Task<IReadOnlyList<FirstStep>> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(ContentPermissions.Settings))
        {
            return [];
        }
        var profile = await profiles.GetAsync(cancellationToken);
        return
        [
            new FirstStep(localizer["Say how the agency is reached: address, telephone, office hours"], 10, profile is { Address.Length: > 0, Phone.Length: > 0, OfficeHours.Length: > 0 }, ContentRouteNames.Settings),
            new FirstStep(localizer["Give the site the emblem of the agency"], 20, profile.Emblem.Length > 0, ContentRouteNames.Settings),
        ];
    }
}
