using AgencyCMS.Modularity.Features;

namespace AgencyCMS.Contents.Contracts;

/// <summary>Gathers the sections of an item's page; for the standard page and for pages of modules that show them as well.</summary>
public sealed class ItemSections(IFeatureServices<IItemSection> sections)
{
    /// <returns>In order; those without content are left out.</returns>
    public async Task<IReadOnlyList<ItemView>> BuildAsync(ShownItem shown, CancellationToken cancellationToken)
    {
        var views = new List<ItemView>();
        foreach (var section in sections.All.OrderBy(section => section.Order))
        {
            if (await section.BuildAsync(shown, cancellationToken) is { } view)
            {
                views.Add(view);
            }
        }
        return views;
    }
}
