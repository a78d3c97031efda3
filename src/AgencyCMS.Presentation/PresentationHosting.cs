using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgencyCMS.Presentation;

/// <summary>What pages and layouts need, whatever the modules.</summary>
internal static class PresentationHosting
{
    public static void AddPresentation(this IServiceCollection services)
    {
        services.AddScoped<PageInfo>();
        services.AddScoped<NavigationMenus>();
        services.AddScoped<PlatformLinks>();
        services.AddScoped<TenantAddresses>();
        services.AddScoped<PageChromeBuilder>();
        services.TryAddScoped<ISiteProfileSource, EmptySiteProfiles>();
        services.TryAddScoped<IAgencyTitles, OfficialTitles>();
        services.AddSingleton<ThemeViewLocations>();
        services.AddOptions<RazorViewEngineOptions>().Configure<ThemeViewLocations>((options, locations) => options.ViewLocationExpanders.Add(locations));
    }
}
