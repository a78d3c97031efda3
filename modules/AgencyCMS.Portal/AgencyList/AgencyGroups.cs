using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Portal.AgencyList;

/// <summary>The county's agencies as readers find them: by kind, only those whose site is open.</summary>
internal sealed class AgencyGroups(TenantDirectory directory, TenantAddresses addresses, IAgencyTitles titles, IStringLocalizer localizer)
{
    public async Task<IReadOnlyList<AgencyGroup>> ReadAsync(CancellationToken cancellationToken)
    {
        var names = await titles.GetAsync(cancellationToken);
        return
        [
            .. new (TenantKind Kind, string Heading)[]
            {
                (TenantKind.Department, localizer["Departments"]),
                (TenantKind.Township, localizer["Townships"]),
                (TenantKind.PublicInstitution, localizer["Public institutions"]),
            }.Select(group => new AgencyGroup(group.Heading, Links(group.Kind, names))).Where(group => group.Agencies.Count > 0),
        ];
    }

    private List<PageLink> Links(TenantKind kind, AgencyTitles names) =>
        [.. directory.All.Where(tenant => tenant.Kind == kind && tenant.IsRunning).Select(tenant => new PageLink(names.Of(tenant), addresses.HomeOf(tenant))).Where(link => link.Href is not null)];
}

/// <summary>Agencies of one kind.</summary>
internal sealed record AgencyGroup(string Heading, IReadOnlyList<PageLink> Agencies);
