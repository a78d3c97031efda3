using System.Collections.Immutable;
using AgencyCMS.Data.County;
using AgencyCMS.Modularity.Modules;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgencyCMS.Admin.Operations;

/// <summary>Whether everything runs, for the county; an agency sees only what concerns itself.</summary>
internal sealed record OperationsPage
{
    public required HealthStatus Health { get; init; }

    /// <summary>Checks that did not succeed, with what they say.</summary>
    public ImmutableArray<(string Name, HealthStatus Status, string Description)> Faults { get; init; } = [];

    /// <summary>The oldest first, at most <see cref="OperationsQuery.MaxFailures"/>.</summary>
    public ImmutableArray<FailureRow> Failures { get; init; } = [];

    public int FailureCount { get; init; }

    /// <summary>Names of the consumers, the columns of <see cref="Positions"/>.</summary>
    public ImmutableArray<string> Consumers { get; init; } = [];

    public ImmutableArray<PositionRow> Positions { get; init; } = [];

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int TenantCount { get; init; }

    public ImmutableArray<LoadedModule> Modules { get; init; } = [];

    public ImmutableArray<BrokenPlugin> BrokenPlugins { get; init; } = [];
}

/// <summary>A change that could not be applied.</summary>
internal sealed record FailureRow(string Tenant, ChangeFailureRow Failure);

/// <summary>How far each consumer has followed a tenant.</summary>
/// <param name="Tenant">Title of the tenant.</param>
/// <param name="Head">Number of the last change.</param>
/// <param name="Behind">For each consumer, how many changes are still to come.</param>
internal sealed record PositionRow(string Tenant, long Head, ImmutableArray<long> Behind);
