using System.Globalization;
using System.Text.Json;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Data.Tests.Sample;

/// <summary>Keeps effect and position in one file of the node, replaced whole, as a search index does. Applying a change again changes nothing.</summary>
internal sealed class FileConsumer(DataOptions options, NodeName node, Mishaps mishaps) : IChangeConsumer
{
    public const string ConsumerName = "sample.file";

    public string Name => ConsumerName;

    public bool IsPerNode => true;

    public async Task<long> ReadPositionAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        mishaps.At(ConsumerStep.ReadPosition, []);
        return (await ReadAsync(tenant)).Position;
    }

    public async Task ApplyAsync(Tenant tenant, IReadOnlyList<Change> changes, long position, CancellationToken cancellationToken)
    {
        mishaps.At(ConsumerStep.BeforeApply, changes);
        var content = await ReadAsync(tenant);
        var news = changes.Where(change => !content.Applied.Contains(change.Sequence)).Select(change => change.Sequence);
        var next = new Content(Math.Max(content.Position, position), [.. content.Applied, .. news]);
        await File.WriteAllTextAsync(PathOf(tenant) + ".new", JsonSerializer.Serialize(next), CancellationToken.None);
        mishaps.At(ConsumerStep.BeforeCommit, changes);
        File.Move(PathOf(tenant) + ".new", PathOf(tenant), overwrite: true);
        mishaps.At(ConsumerStep.AfterCommit, changes);
    }

    /// <summary>Numbers of the applied changes, in the order in which they were applied.</summary>
    public async Task<IReadOnlyList<long>> AppliedAsync(Tenant tenant) => (await ReadAsync(tenant)).Applied;

    private string PathOf(Tenant tenant) => Path.Combine(options.DataPath, string.Create(CultureInfo.InvariantCulture, $"{node.Value}-{tenant.Id.Value}.json"));

    private async Task<Content> ReadAsync(Tenant tenant) =>
        File.Exists(PathOf(tenant)) ? JsonSerializer.Deserialize<Content>(await File.ReadAllTextAsync(PathOf(tenant)))! : new Content(0, []);

    private sealed record Content(long Position, IReadOnlyList<long> Applied);
}
