using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>The names that items of one batch have claimed before anything of it is in the store.</summary>
internal sealed class ClaimedNames
{
    private readonly Dictionary<(string Kind, string Name), string> _owners = [];

    /// <summary>Claims all names for an item, or none when another item was first.</summary>
    internal IReadOnlyList<Problem> Claim(string contentItemId, IEnumerable<UniqueName> names)
    {
        var wanted = names.ToList();
        var taken = wanted.Where(name => _owners.TryGetValue((name.Kind, name.Name), out var owner) && owner != contentItemId).Select(name => name.Taken).ToList();
        if (taken.Count == 0)
        {
            wanted.ForEach(name => _owners[(name.Kind, name.Name)] = contentItemId);
        }
        return taken;
    }
}
