using System.Threading.RateLimiting;
using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts.SignIn;

/// <summary>
/// How often one address may send the sign-in forms. An office often shares one address, so the limit is wide; the lock on names is the narrow one.
/// Setting: <c>AgencyCMS:Accounts:SignInsPerMinute</c>.
/// </summary>
internal static class SignInLimit
{
    public const string Policy = "accounts.sign-in";
    private const int DefaultPerMinute = 60;

    public static void AddSignInLimit(this IServiceCollection services, IConfiguration configuration)
    {
        var perMinute = configuration.GetValue("AgencyCMS:Accounts:SignInsPerMinute", DefaultPerMinute);
        services.AddRateLimiter(limiter => limiter.AddPolicy(Policy, http => RateLimitPartition.GetFixedWindowLimiter(
            Networks.Of(http.Connection.RemoteIpAddress),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) })));
    }
}
