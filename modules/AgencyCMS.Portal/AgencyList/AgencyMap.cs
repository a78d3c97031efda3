using System.Collections.Immutable;
using AgencyCMS.Presentation;

namespace AgencyCMS.Portal.AgencyList;

/// <summary>The agencies in the county's site map.</summary>
internal sealed class AgencyMap(AgencyGroups groups) : ISiteMapSource
{
    public int Order => 10;

    public async ValueTask<ImmutableArray<SiteMapGroup>> ReadAsync(CancellationToken cancellationToken) =>
        [.. (await groups.ReadAsync(cancellationToken)).Select(group => new SiteMapGroup(group.Heading, [.. group.Agencies.Select(agency => new SiteMapPage(agency.Text, agency.Href!, []))]))]; // those without an address were left out
}
