using System.Collections.Immutable;
using System.Globalization;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
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
        // On an agency's own site there is nothing to choose.
        form.Agency = context.Tenant.IsCounty ? form.Agency : null;
        var page = new SearchPage { Form = form, IsCounty = context.Tenant.IsCounty, Agencies = await AgenciesAsync(cancellationToken), Wrong = [.. form.FindWrongDays()] };
        if (form.IsAsked && !form.HasReversedDays)
        {
            page = await SearchAsync(page, cancellationToken);
        }
        if (page.Problems.Length > 0)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }
        return View("SearchResults", page);
    }

    private async Task<SearchPage> SearchAsync(SearchPage page, CancellationToken cancellationToken)
    {
        var actor = await actors.GetAsync();
        var found = await query.RunAsync(page.Form, actor, cancellationToken);
        if (!found.TryGet(out var value))
        {
            return page with { Problems = found.Problems };
        }
        if (value.Total == 0)
        {
            return page with { Found = value, Wrong = [.. page.Wrong, .. await query.FindUnknownAsync(page.Form, cancellationToken)] };
        }
        if (value.LastPage >= page.Form.PageNumber)
        {
            return page with { Found = value };
        }
        page.Form.Page = value.LastPage.ToString(CultureInfo.InvariantCulture);
        page = page with { Wrong = [.. page.Wrong, SearchProblems.PageBeyond(value.LastPage)] };
        found = await query.RunAsync(page.Form, actor, cancellationToken);
        return page with { Found = found.TryGet(out value) ? value : null, Problems = found.Problems };
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
