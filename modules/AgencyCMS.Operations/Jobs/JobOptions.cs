using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace AgencyCMS.Operations.Jobs;

/// <summary>Configuration section <c>AgencyCMS:Jobs</c>.</summary>
/// <param name="IsEnabled">False when this node runs no recurring jobs: <c>AgencyCMS:Jobs:Enabled</c>.</param>
internal sealed record JobOptions(bool IsEnabled)
{
    /// <summary>Enabled unless said otherwise; in the environment <c>Testing</c> only when said so.</summary>
    public static JobOptions Read(IConfiguration configuration, IHostEnvironment environment) =>
        new(configuration.GetValue<bool?>("AgencyCMS:Jobs:Enabled") ?? !environment.IsEnvironment("Testing"));
}
