using AgencyCMS.Data;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Content;

/// <summary>Adds content to a host.</summary>
public static class ContentHosting
{
    /// <summary>Adds content items, their versions and what publishes them.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.AddSchemaSteps(typeof(ContentHosting).Assembly);
        return services;
    }
}
