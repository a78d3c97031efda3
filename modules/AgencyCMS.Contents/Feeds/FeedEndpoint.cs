using System.Text;
using System.Xml;
using System.Xml.Linq;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Data.County;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Mvc;

namespace AgencyCMS.Contents.Feeds;

/// <summary>The newest items as an Atom feed (RFC 4287).</summary>
[PublicAccess]
[PublicPage]
internal sealed class FeedEndpoint(PublishedList list, ItemAddresses addresses, TenantContext tenants, Installation installation, TimeProvider clock) : Controller
{
    private const int Entries = 50;
    private const int SummaryCharacters = 200;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [AcceptVerbs("GET", "HEAD", Route = "/feed.xml", Name = ContentRouteNames.Feed)]
    public async Task<ContentResult> ShowAsync(CancellationToken cancellationToken)
    {
        var entries = await list.ReadAsync(0, Entries, cancellationToken);
        var home = Url.Link(ContentRouteNames.Item, new { path = "" })!.TrimEnd('/') + "/"; // not null: the route has no required values
        var updated = entries.Max(entry => entry.ChangedAt) ?? clock.GetUtcNow();
        // The sites of every county are counted from 1.
        var id = $"urn:agencycms:{await installation.GetKeyAsync(cancellationToken)}:{tenants.Tenant.Id}";
        var feed = new XElement(Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", tenants.Tenant.Culture),
            new XElement(Atom + "id", id),
            new XElement(Atom + "title", tenants.Tenant.Title),
            new XElement(Atom + "author", new XElement(Atom + "name", tenants.Tenant.Title)),
            new XElement(Atom + "updated", XmlConvert.ToString(updated)),
            new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("href", home)),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", Url.Link(ContentRouteNames.Feed, null)!)), // as above
            entries.Select(entry => Entry(id, entry)));
        return Content(XmlText.Write(feed), "application/atom+xml", Encoding.UTF8);
    }

    private XElement Entry(string feedId, PublishedEntry entry)
    {
        var item = ContentItem.FromJson(entry.Json);
        var address = addresses.AbsoluteOfPath(entry.Path);
        return new XElement(Atom + "entry",
            // Stays the same when the address or the name of the site changes, so that readers do not see the item twice.
            new XElement(Atom + "id", $"{feedId}:{entry.ContentItemId}"),
            new XElement(Atom + "title", XmlText.Allowed(item.DisplayText ?? "")),
            new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("href", address ?? "")),
            entry.PublishedAt is { } publishedAt ? new XElement(Atom + "published", XmlConvert.ToString(publishedAt)) : null,
            new XElement(Atom + "updated", XmlConvert.ToString(entry.ChangedAt ?? entry.PublishedAt ?? clock.GetUtcNow())),
            new XElement(Atom + "summary", XmlText.Allowed(PlainText.Of(item.Part<HtmlBodyPart>()?.Html ?? "", SummaryCharacters))));
    }
}
