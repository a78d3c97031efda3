using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Presentation.Http;

/// <summary>
/// Keeps one reader from taking what is there for all: first by address, so that a single machine meets its own limit, then by site, so that a flood from many addresses on
/// one agency leaves the others' sites alone. Who has signed in has a limit of their own. Stands behind the pages in memory and behind sign-in.
/// </summary>
public static class PublicLimitHosting
{
    private const int WaitingPerTenant = 200;
    private const int RetrySeconds = 5;

    public static IServiceCollection AddPublicLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = PublicLimits.Read(configuration);
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                var seconds = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : RetrySeconds;
                context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => OfReader(context, limits)),
                PartitionedRateLimiter.Create<HttpContext, string>(context => OfTenant(context, limits)));
        });
    }

    private static RateLimitPartition<string> OfReader(HttpContext context, PublicLimits limits)
    {
        var perMinute = !IsLimited(context) ? 0 : IsCostly(context) ? limits.SearchesPerMinute : limits.PagesPerMinute;
        if (perMinute <= 0)
        {
            return RateLimitPartition.GetNoLimiter("");
        }
        return RateLimitPartition.GetTokenBucketLimiter($"{KindOf(context)} {PersonOf(context) ?? Networks.Of(context.Connection.RemoteIpAddress)}", _ => new()
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(perMinute < 60 ? 60.0 / perMinute : 1),
        });
    }

    private static RateLimitPartition<string> OfTenant(HttpContext context, PublicLimits limits)
    {
        var atOnce = !IsLimited(context) || PersonOf(context) is not null ? 0 : IsCostly(context) ? limits.SearchesAtOnce : limits.PagesAtOnce;
        if (atOnce <= 0 || context.Features.Get<Tenant>() is not { } tenant)
        {
            return RateLimitPartition.GetNoLimiter("");
        }
        return RateLimitPartition.GetConcurrencyLimiter($"{KindOf(context)} {tenant.Id}", _ => new() { PermitLimit = atOnce, QueueLimit = WaitingPerTenant });
    }

    // Strangers are limited at every address, also at those that are not there, take no such method or ask them to sign in: each answers with a page. The page that says why a
    // request was refused must not be refused itself, nor what machines ask to learn whether the server is well, which belongs to no tenant.
    private static bool IsLimited(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerFeature>() is null && context.Features.Get<Tenant>() is not null
        && (PersonOf(context) is null || RuleOf(context) is not null);

    private static bool IsCostly(HttpContext context) => RuleOf(context)?.IsCostly == true;

    private static string KindOf(HttpContext context) => IsCostly(context) ? "search" : "page";

    private static PublicAccessAttribute? RuleOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PublicAccessAttribute>();

    private static string? PersonOf(HttpContext context) => context.User.Identity?.IsAuthenticated == true ? "account " + context.User.FindFirstValue(ClaimTypes.NameIdentifier) : null;
}
