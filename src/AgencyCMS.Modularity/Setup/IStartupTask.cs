namespace AgencyCMS.Modularity.Setup;

/// <summary>Something that must be done before the first request or command is served, such as setting up an empty data folder. Singletons, run in order.</summary>
public interface IStartupTask
{
    /// <summary>Lower runs first; 0 is after the stores have been brought up to date and the tenants read.</summary>
    int Order { get; }

    /// <summary>Does it. Must be quick when there is nothing to do.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
