using System.Globalization;
using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace AgencyCMS.Presentation.Http;

/// <summary>
/// The page is the same for everybody who has not signed in: it is kept in memory, compressed, until anything of its tenant changes. Staff always get a fresh
/// one. Not for pages that hold a form with a token, or that show what is fed in the background after a change (search results).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicPageAttribute : Attribute, IOutputCachePolicy
{
    /// <summary>Longest time in memory, in seconds: for what changes by time alone, such as the mark of what is new.</summary>
    public int KeepSeconds { get; set; } = 300;

    /// <summary>True for a page that shows other tenants too: any change of any tenant makes it anew, and it is kept for a few seconds at most.</summary>
    public bool IsCountyWide { get; set; }

    ValueTask IOutputCachePolicy.CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var http = context.HttpContext;
        // An answer to HEAD has no bytes to keep, and would be kept as a page without any.
        if (HttpMethods.IsHead(http.Request.Method) || http.Features.Get<Tenant>() is not { IsRunning: true } tenant || http.Features.Get<TenantGenerations>() is not { } generations || !PublicPages.IsForEverybody(http.Request))
        {
            return ValueTask.CompletedTask;
        }
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromSeconds(IsCountyWide ? Math.Min(KeepSeconds, 5) : KeepSeconds);
        // All that is left of it is what the page declares; see PublicPageInputsMiddleware.
        context.CacheVaryByRules.QueryKeys = "*";
        // The number of changes is part of the key: what was made from older data is not found any more, even if its making ended after the change.
        context.CacheVaryByRules.CacheKeyPrefix = string.Create(
            CultureInfo.InvariantCulture,
            $"{tenant.Id.Value}.{(IsCountyWide ? generations.All : generations.Of(tenant.Id))}.{ReaderLanguage.Of(http).Name}.{(int)ReadingViews.Of(http.Request)}.{PublicPages.EncodingOf(http.Request)}");
        context.Tags.Add(PublicPages.TagOf(tenant.Id));
        return ValueTask.CompletedTask;
    }

    ValueTask IOutputCachePolicy.ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    ValueTask IOutputCachePolicy.ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK
            && response.Headers.SetCookie.Count == 0
            && context.HttpContext.User.Identity?.IsAuthenticated != true;
        return ValueTask.CompletedTask;
    }
}
