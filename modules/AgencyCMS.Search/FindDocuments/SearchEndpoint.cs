using System.Collections.Immutable;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Presentation;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AgencyCMS.Search.FindDocuments;

/// <summary>The search page of an agency's site and of the county portal.</summary>
[PublicAccess(IsCostly = true)]
internal sealed class SearchEndpoint(FindDocumentsQuery query, IActorSource actors, TenantContext context, TenantDirectory directory, IAgencyTitles titles) : Controller
{
    private const int RetryAfterSeconds = 5;

    [HttpGet("search", Name = WellKnownRoutes.Search)]
    public async Task<IActionResult> ShowAsync([FromQuery] SearchForm form, CancellationToken cancellationToken)
    {
        var page = new SearchPage { Form = form, IsCounty = context.Tenant.IsCounty, Agencies = await AgenciesAsync(cancellationToken) };
        if (form.IsAsked)
        {
            var found = await query.RunAsync(form, await actors.GetAsync(), cancellationToken);
            page = page with { Found = found.TryGet(out var value) ? value : null, Problems = found.Problems };
        }
        if (page.Problems.Length > 0)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        return View("SearchResults", page);
    }

    private async Task<ImmutableArray<(string Name, string Title)>> AgenciesAsync(CancellationToken cancellationToken)
    {
        if (!context.Tenant.IsCounty)
        {
            return [];
        }
        var names = await titles.GetAsync(cancellationToken);
        return [.. directory.All.Where(tenant => tenant.IsRunning).OrderBy(tenant => tenant.Kind).ThenBy(tenant => tenant.Id.Value).Select(tenant => (tenant.Name, names.Of(tenant)))];
    }
}
