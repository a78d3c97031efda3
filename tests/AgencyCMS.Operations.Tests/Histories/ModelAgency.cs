using System.Collections.Immutable;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Operations.Tests.Histories;

/// <summary>What an agency's site ought to show.</summary>
internal sealed record ModelAgency
{
    public required TenantId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>User name of its administrator.</summary>
    public required string Person { get; init; }

    public ImmutableList<ModelItem> Items { get; init; } = [];

    public bool IsRemoved { get; init; }

    public IEnumerable<string> PublicTitles => IsRemoved ? [] : Items.Select(item => item.PublicTitle).OfType<string>().Order(StringComparer.Ordinal);

    public ModelAgency With(ModelItem item)
    {
        var index = Items.FindIndex(other => other.Id == item.Id);
        return this with { Items = index < 0 ? Items.Add(item) : Items.SetItem(index, item) };
    }

    public ModelAgency At(DateTimeOffset now) => this with { Items = [.. Items.Select(item => item.At(now))] };
}
