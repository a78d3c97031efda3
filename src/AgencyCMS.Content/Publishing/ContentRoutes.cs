using System.Text.RegularExpressions;
using AgencyCMS.Content.Items;
using AgencyCMS.Content.Items.Parts;
using AgencyCMS.Content.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Content.Publishing;

/// <summary>Addresses of published items (Autoroute). An address once used stays with its item and leads to the current one.</summary>
public sealed partial class ContentRoutes(TenantDb db)
{
    /// <summary>The form in which addresses are kept: lower case, no slash at either end.</summary>
    public static string Normalise(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Trim().Trim('/').ToLowerInvariant();
    }

    /// <summary>The address an item asks for; null when it asks for none.</summary>
    public static string? PathOf(ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var part = item.Part<AutoroutePart>();
        return part is null || part.Disabled || string.IsNullOrWhiteSpace(part.Path) ? null : Normalise(part.Path);
    }

    /// <summary>What is wrong with the address an item asks for.</summary>
    internal async Task<IEnumerable<Problem>> CheckAsync(ContentItem item, CancellationToken cancellationToken)
    {
        if (PathOf(item) is not { } path)
        {
            return [];
        }
        if (path.Length > 200 || !PathPattern().IsMatch(path))
        {
            return [ContentProblems.AddressNotValid(path)];
        }
        return await db.Set<ContentRouteRow>().AnyAsync(row => row.Path == path && row.ContentItemId != item.ContentItemId, cancellationToken)
            ? [ContentProblems.AddressTaken(path)]
            : [];
    }

    /// <summary>Gives published items their addresses. Must be called before the session is saved.</summary>
    internal async Task WriteAsync(IReadOnlyList<Publication> publications, CancellationToken cancellationToken)
    {
        var ids = publications.Select(publication => publication.Item.ContentItemId).ToList();
        var known = (await db.Set<ContentRouteRow>().Where(row => ids.Contains(row.ContentItemId)).ToListAsync(cancellationToken)).ToLookup(row => row.ContentItemId);
        foreach (var publication in publications)
        {
            var path = PathOf(publication.Item);
            var own = known[publication.Item.ContentItemId].ToList();
            if (path is null)
            {
                continue;
            }
            own.ForEach(row => row.IsCurrent = row.Path == path);
            if (own.TrueForAll(row => row.Path != path))
            {
                db.Add(new ContentRouteRow { Path = path, ContentItemId = publication.Item.ContentItemId, IsCurrent = true });
            }
        }
    }

    // Letters of any script, since stock Orchard Core sites have Chinese addresses too.
    [GeneratedRegex(@"^[\p{L}\p{N}](?:[\p{L}\p{N}._~-]|/(?=[\p{L}\p{N}]))*$", RegexOptions.CultureInvariant)]
    private static partial Regex PathPattern();
}
