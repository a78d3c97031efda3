using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Presentation.Http;

/// <summary>Keeps public pages in memory.</summary>
public static class PublicPageHosting
{
    private const long MaxMemoryBytes = 256 * 1024 * 1024;
    private const long MaxPageBytes = 8 * 1024 * 1024;

    /// <summary>Adds the memory for pages.</summary>
    public static IServiceCollection AddPublicPages(this IServiceCollection services) => services.AddOutputCache(options =>
    {
        options.SizeLimit = MaxMemoryBytes;
        options.MaximumBodySize = MaxPageBytes;
        options.UseCaseSensitivePaths = true;
    });

    /// <summary>Answers from memory where it can. Stands behind tenant and routing and before everything else, so that a page in memory costs little more than its bytes.</summary>
    public static void UsePublicPages(this IApplicationBuilder app)
    {
        app.UseMiddleware<PublicPageInputsMiddleware>();
        app.UseOutputCache();
        app.UseMiddleware<PublicPageMiddleware>();
        // Outdated pages are not found any more; here they also give back their memory.
        var store = app.ApplicationServices.GetRequiredService<IOutputCacheStore>();
        app.ApplicationServices.GetRequiredService<TenantGenerations>().Advanced += tenant => _ = store.EvictByTagAsync(PublicPages.TagOf(tenant), CancellationToken.None).AsTask();
    }
}
