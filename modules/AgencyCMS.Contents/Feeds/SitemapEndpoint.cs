using System.Text;
using System.Xml;
using System.Xml.Linq;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Mvc;

namespace AgencyCMS.Contents.Feeds;

/// <summary>All public addresses for search engines (sitemaps.org, protocol 0.9), in several files when they are many.</summary>
[PublicAccess]
[PublicPage]
internal sealed class SitemapEndpoint(PublishedList list, ItemAddresses addresses, TenantContext tenants, TenantDirectory directory) : Controller
{
    // The protocol allows 50,000 addresses and 50 MB a file.
    private const int PageSize = 20_000;
    private static readonly string[] KeptFromRobots = ["admin", "account", "preview", "search"];
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [AcceptVerbs("GET", "HEAD", Route = "/sitemap.xml", Name = ContentRouteNames.Sitemap)]
    public async Task<IActionResult> ShowAsync([FromQuery] int? page, CancellationToken cancellationToken)
    {
        var count = await list.CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        if (page < 1 || page > pages)
        {
            return NotFound();
        }
        return page is null && pages > 1 ? Xml(Index(pages)) : Xml(await FileAsync(page ?? 1, cancellationToken));
    }

    /// <summary>Robots are kept out of what is not for readers. Only the file at the root of a host name counts for them, so the county's speaks for the agencies below it.</summary>
    [AcceptVerbs("GET", "HEAD", Route = "/robots.txt")]
    public ContentResult Robots()
    {
        string[] roots = [Request.PathBase.Value ?? "", .. tenants.Tenant.IsCounty ? directory.All.Where(tenant => tenant.IsRunning).Select(tenant => tenant.Prefix).OfType<string>().Order(StringComparer.Ordinal).Select(prefix => "/" + prefix) : []];
        string[] lines =
        [
            "User-agent: *",
            .. from root in roots from kept in KeptFromRobots select $"Disallow: {root}/{kept}",
            "",
            $"Sitemap: {Url.Link(ContentRouteNames.Sitemap, null)}",
        ];
        return Content(string.Join('\n', lines) + "\n", "text/plain", Encoding.UTF8);
    }

    private async Task<XElement> FileAsync(int page, CancellationToken cancellationToken)
    {
        var entries = await list.ReadAddressesAsync((page - 1) * PageSize, PageSize, cancellationToken);
        return new XElement(Sitemap + "urlset", entries.Select(entry => new XElement(Sitemap + "url",
            new XElement(Sitemap + "loc", addresses.AbsoluteOfPath(entry.Path)),
            entry.ChangedAt is { } changedAt ? new XElement(Sitemap + "lastmod", XmlConvert.ToString(changedAt)) : null)));
    }

    private XElement Index(int pages) => new(Sitemap + "sitemapindex", Enumerable.Range(1, pages).Select(page =>
        new XElement(Sitemap + "sitemap", new XElement(Sitemap + "loc", Url.Link(ContentRouteNames.Sitemap, new { page })))));

    private ContentResult Xml(XElement root) => Content(XmlText.Write(root), "application/xml", Encoding.UTF8);
}
