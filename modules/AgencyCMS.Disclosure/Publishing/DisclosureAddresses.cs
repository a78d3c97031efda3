using AgencyCMS.ContentManagement.Items;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Disclosure.Contracts;

namespace AgencyCMS.Disclosure.Publishing;

/// <summary>Disclosures have their addresses below <c>info</c>, and nothing else has.</summary>
internal sealed class DisclosureAddresses : IAddressRoot
{
    public string Root => "info";

    public bool Admits(ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Has<DisclosurePart>();
    }
}
