using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Admin.Contracts;

/// <summary>What has to be done on a new site before it is ready. Contributed; asked where its feature is on, until all steps are done.</summary>
public interface IFirstSteps
{
    /// <summary>The steps that this person may do. Must cost no more than a few small queries.</summary>
    Task<IReadOnlyList<FirstStep>> GetAsync(Actor actor, CancellationToken cancellationToken);
}

/// <summary>One step.</summary>
/// <param name="Text">What to do, in the reader's language.</param>
/// <param name="Order">Smaller stands first.</param>
/// <param name="IsDone">True when it is done.</param>
/// <param name="RouteName">Where it is done.</param>
/// <param name="RouteValues">What the route needs.</param>
public sealed record FirstStep(string Text, int Order, bool IsDone, string RouteName, object? RouteValues = null);
