using System.Collections.Concurrent;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Operations.Tests.Restore;

/// <summary>Remembers which changes of which tenant were applied.</summary>
public sealed class RecordingEffect : ICountyEffect
{
    public ConcurrentQueue<(int Tenant, long Sequence, string Kind)> Applied { get; } = [];

    public string Name => "tests.recording";

    public Task ApplyAsync(CountyDb db, Tenant tenant, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            Applied.Enqueue((tenant.Id.Value, change.Sequence, change.Kind));
        }
        return Task.CompletedTask;
    }
}
