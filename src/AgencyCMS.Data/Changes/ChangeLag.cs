using System.Collections.Concurrent;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Data.Changes;

/// <summary>How far this node's consumers are behind the change logs, as far as the node has heard: from the ring of a commit until its change is applied.</summary>
public sealed class ChangeLag(TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string Consumer, TenantId Tenant), Waiting> _waiting = new();

    /// <summary>The lag of each consumer that is behind; one that is not is left out.</summary>
    public IReadOnlyList<ConsumerLag> Read()
    {
        var now = clock.GetUtcNow();
        return [.. _waiting.ToArray().GroupBy(pair => pair.Key.Consumer, StringComparer.Ordinal).Select(group => new ConsumerLag(
            group.Key, group.Sum(pair => pair.Value.Changes), group.Max(pair => now > pair.Value.Since ? now - pair.Value.Since : TimeSpan.Zero)))];
    }

    /// <summary>A tenant's log has grown by at least one change.</summary>
    internal void HasGrown(string consumer, TenantId tenant) => _waiting.TryAdd((consumer, tenant), new Waiting(1, clock.GetUtcNow()));

    /// <param name="consumer">Who is behind.</param>
    /// <param name="tenant">Whose log.</param>
    /// <param name="changes">Changes that are not applied yet, 1 or more.</param>
    /// <param name="since">When the oldest of them happened.</param>
    internal void IsBehind(string consumer, TenantId tenant, long changes, DateTimeOffset since) => _waiting[(consumer, tenant)] = new Waiting(changes, since);

    internal void HasCaughtUp(string consumer, TenantId tenant) => _waiting.TryRemove((consumer, tenant), out _);

    private readonly record struct Waiting(long Changes, DateTimeOffset Since);
}

/// <summary>How far a consumer is behind, over all tenants.</summary>
/// <param name="Consumer">Its name.</param>
/// <param name="Changes">Changes that it has not applied, 1 or more.</param>
/// <param name="Age">Time since the oldest of them happened.</param>
public sealed record ConsumerLag(string Consumer, long Changes, TimeSpan Age);
