using System.Globalization;
using System.Text;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>Addresses of published items (Autoroute). An address once used stays with its item and leads to the current one.</summary>
public sealed class ContentRoutes(TenantDb db)
{
    private const int ShownCharacters = 80;

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

    internal static IEnumerable<UniqueName> NamesOf(ContentItem item) => PathOf(item) is { } path ? [new UniqueName("address", path, ContentProblems.AddressTaken(path))] : [];

    /// <summary>The addresses that items have now, by their ids; items without one are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FindCurrentAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancellationToken)
    {
        var ids = contentItemIds.ToList();
        var rows = await db.Set<ContentRouteRow>().AsNoTracking().Where(row => row.IsCurrent && ids.Contains(row.ContentItemId)).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.ContentItemId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Path, StringComparer.Ordinal);
    }

    /// <summary>A free address for an item: the wanted one, or with the first number behind it that is free. To be asked while the store is changed by nobody else.</summary>
    /// <param name="wanted">As addresses are kept.</param>
    /// <param name="contentItemId">Whose it will be; what it has already is free for it.</param>
    /// <param name="given">Addresses of items that are published together with it; the one found is added.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    public async Task<string> FreeAsync(string wanted, string contentItemId, ISet<string> given, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(given);
        var path = wanted;
        if (given.Contains(wanted) || await IsTakenAsync(wanted, contentItemId, cancellationToken))
        {
            var numbered = wanted + "-";
            var taken = await db.Set<ContentRouteRow>().Where(row => row.Path.StartsWith(numbered) && row.ContentItemId != contentItemId).Select(row => row.Path).ToHashSetAsync(cancellationToken);
            path = Enumerable.Range(2, int.MaxValue - 2).Select(number => string.Create(CultureInfo.InvariantCulture, $"{numbered}{number}")).First(free => !taken.Contains(free) && !given.Contains(free));
        }
        given.Add(path);
        return path;
    }

    /// <summary>What is wrong with the address an item asks for.</summary>
    internal async Task<IEnumerable<Problem>> CheckAsync(ContentItem item, CancellationToken cancellationToken)
    {
        if (PathOf(item) is not { } path)
        {
            return [];
        }
        if (Characters.Exceeds(path, ContentLimits.Address) || !IsPath(path))
        {
            return [ContentProblems.AddressNotValid(Characters.Shorten(path, ShownCharacters))];
        }
        return await IsTakenAsync(path, item.ContentItemId, cancellationToken)
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

    private Task<bool> IsTakenAsync(string path, string contentItemId, CancellationToken cancellationToken) =>
        db.Set<ContentRouteRow>().AnyAsync(row => row.Path == path && row.ContentItemId != contentItemId, cancellationToken);

    // Letters of any script, since stock Orchard Core sites have Chinese addresses too; character by character, since a rare one has two units.
    private static bool IsPath(string path) => Array.TrueForAll(path.Split('/'), segment =>
        Rune.TryGetRuneAt(segment + " ", 0, out var first) && IsWord(first) && segment.EnumerateRunes().All(rune => IsWord(rune) || rune.Value is '.' or '_' or '~' or '-'));

    private static bool IsWord(Rune rune) => Rune.IsLetter(rune) || Rune.IsNumber(rune);
}
