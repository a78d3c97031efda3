using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;

namespace AgencyCMS.Disclosure.DisclosureItem;

/// <summary>What an item says of its publisher, in the reader's language where the agency is known to the county.</summary>
internal sealed class PublisherNames(TenantContext context, TenantDirectory directory, ISiteProfileSource profiles, IAgencyTitles titles)
{
    /// <param name="publisher">Name or title of an agency, or any other text; empty stands for the agency itself.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async ValueTask<string> ReadAsync(string? publisher, CancellationToken cancellationToken)
    {
        var own = context.Tenant;
        if (string.IsNullOrWhiteSpace(publisher) || IsOf(own, publisher))
        {
            return (await profiles.GetAsync(cancellationToken)).TitleOf(own);
        }
        return directory.All.FirstOrDefault(agency => IsOf(agency, publisher)) is { } other ? (await titles.GetAsync(cancellationToken)).Of(other) : publisher;
    }

    private static bool IsOf(Tenant agency, string publisher) => publisher == agency.Name || publisher == agency.Title;
}
