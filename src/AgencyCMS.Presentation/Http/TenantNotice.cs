using System.Globalization;
using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace AgencyCMS.Presentation.Http;

/// <summary>What visitors see of a tenant that does not run: why, in its own title and the reader's language.</summary>
public sealed class TenantNotice(TranslationTable translations, TenantDirectory directory)
{
    private const int SuspendedRetrySeconds = 3600;
    private const int ProvisioningRetrySeconds = 5;

    /// <summary>Writes the whole response: 503 while the site is suspended, out of order or being set up, 410 when it is archived.</summary>
    public Task WriteAsync(HttpContext context, Tenant tenant)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(tenant);
        var culture = ReaderLanguage.Of(context, tenant);
        var (status, retrySeconds, heading, text) = tenant.State switch
        {
            TenantState.Running when tenant.Fault is not null => (
                StatusCodes.Status503ServiceUnavailable, SuspendedRetrySeconds, "This site is out of order", Say("It is being repaired. Please come back later.")),
            TenantState.Suspended => (
                StatusCodes.Status503ServiceUnavailable, SuspendedRetrySeconds, "This site is closed for the time being", tenant.Notice ?? Say("Please come back later.")),
            TenantState.Archived => (
                StatusCodes.Status410Gone, 0, "This site has been closed for good", Say("What it published is kept in the archive of the county's disclosure office.")),
            _ => (
                StatusCodes.Status503ServiceUnavailable, ProvisioningRetrySeconds, "This site is being set up", Say("Please come back in a moment.")),
        };
        if (retrySeconds > 0)
        {
            context.Response.Headers.RetryAfter = retrySeconds.ToString(CultureInfo.InvariantCulture);
        }
        var way = tenant.IsCounty ? null : CountyHref(context.Request);
        var body = new HtmlString($"<p>{PlainPage.Encode(text)}</p>" + (way is null ? "" : $"<p><a href=\"{PlainPage.Encode(way)}\">{PlainPage.Encode(Say("To the county's portal, with all other agencies"))}</a></p>"));
        return new PlainPage(culture, tenant.Title, Say(heading), body).WriteAsync(context, status);

        string Say(string source) => translations.Find(culture, source) ?? source;
    }

    /// <returns>Null when the county's portal cannot be reached from this host.</returns>
    private string? CountyHref(HttpRequest request)
    {
        if (directory.County is not { IsRunning: true } county)
        {
            return null;
        }
        // Asked before any prefix was taken off the path: what stands before it is the program's own.
        if (directory.FindByHost(request.Host.Host) is null)
        {
            return request.PathBase.Add("/").Value;
        }
        return county.Hosts is [var host, ..] ? UriHelper.BuildAbsolute(request.Scheme, request.Host.Port is { } port ? new HostString(host, port) : new HostString(host)) : null;
    }
}
