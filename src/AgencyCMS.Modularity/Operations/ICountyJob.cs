namespace AgencyCMS.Modularity.Operations;

/// <summary>A recurring job that is done once for the whole county.</summary>
public interface ICountyJob : IRecurringJob
{
    /// <summary>Does it. Must be safe to repeat: a run that a stopped process has begun is begun again.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
