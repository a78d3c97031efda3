using Microsoft.Extensions.Configuration;

namespace AgencyCMS.Presentation.Http;

/// <summary>
/// How much the public may ask for; configuration section <c>AgencyCMS:Limits</c>, where 0 lifts a limit. A whole office or village often shares one address, and pages from
/// memory do not count: so the limits are wide, and only those who read with a machine meet them.
/// </summary>
public sealed record PublicLimits
{
    /// <summary>Pages, feeds, files and forms for each address (for IPv6, each network of 64 bits), or for each person who has signed in.</summary>
    public int PagesPerMinute { get; init; } = 3000;

    /// <summary>The same for searches, by page or program.</summary>
    public int SearchesPerMinute { get; init; } = 300;

    /// <summary>Pages that are made at the same time for one site; further ones wait.</summary>
    public int PagesAtOnce { get; init; } = 32 * Environment.ProcessorCount;

    /// <summary>Searches at the same time on one site; further ones wait.</summary>
    public int SearchesAtOnce { get; init; } = 4 * Environment.ProcessorCount;

    /// <exception cref="InvalidOperationException">A value is not a number.</exception>
    public static PublicLimits Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.GetSection("AgencyCMS:Limits").Get<PublicLimits>() ?? new PublicLimits();
    }
}
