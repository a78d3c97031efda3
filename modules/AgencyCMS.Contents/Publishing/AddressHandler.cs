using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Recipes;

namespace AgencyCMS.Contents.Publishing;

/// <summary>Keeps addresses off the platform's own, and gives one to items that are published without.</summary>
internal sealed partial class AddressHandler(DefinitionStore definitions, ContentRoutes routes, ReservedAddresses reserved, IFeatureServices<IAddressRoot> roots) : IContentHandler
{
    private const int MaxCharacters = 120;

    public async Task<IEnumerable<Problem>> CheckAsync(ContentItem item, bool isPublishing, CancellationToken cancellationToken)
    {
        if (ContentRoutes.PathOf(item) is not { } path || !reserved.Contains(path) || roots.All.Any(root => path.StartsWith(root.Root + "/", StringComparison.Ordinal) && root.Admits(item)))
        {
            return [];
        }
        // What an item has from before the address was reserved leads to it for ever.
        var current = await routes.FindCurrentAsync([item.ContentItemId], cancellationToken);
        return current.GetValueOrDefault(item.ContentItemId) == path ? [] : [EditorProblems.AddressReserved(path)];
    }

    public async Task PublishingAsync(IReadOnlyList<Publication> publications, CancellationToken cancellationToken)
    {
        var types = (await definitions.GetAsync(cancellationToken)).Types;
        var given = new HashSet<string>(publications.Select(publication => ContentRoutes.PathOf(publication.Item)).OfType<string>(), StringComparer.Ordinal);
        var current = await routes.FindCurrentAsync([.. publications.Where(publication => !publication.IsFirst).Select(publication => publication.Item.ContentItemId)], cancellationToken);
        foreach (var item in publications.Select(publication => publication.Item))
        {
            var part = item.Part<AutoroutePart>();
            var use = types.GetValueOrDefault(item.ContentType)?.FindPart(nameof(AutoroutePart));
            if (part is { Disabled: true } or { Path.Length: > 0 } || (part is null && use is null))
            {
                continue;
            }
            // A version from before the first publication does not know the address that the item has since.
            if (current.TryGetValue(item.ContentItemId, out var kept))
            {
                item.Alter<AutoroutePart>(changed => changed.Path = kept);
            }
            else if (Fill(use?.Settings.Text("AutoroutePartSettings", "Pattern"), item) is { Length: > 0 } wanted)
            {
                var path = await routes.FreeAsync(OffThePlatform(wanted, given), item.ContentItemId, given, cancellationToken);
                item.Alter<AutoroutePart>(changed => changed.Path = path);
            }
        }
    }

    // A page called "search" is given "search-2"; one that the pattern puts below a reserved root stands beside it.
    private string OffThePlatform(string wanted, HashSet<string> given)
    {
        var path = reserved.Contains(wanted) ? wanted.Replace('/', '-') : wanted;
        if (reserved.Contains(path))
        {
            given.Add(path);
        }
        return path;
    }

    /// <summary>The address by the type's pattern, of which the usual placeholders are known; by the title where there is no pattern or it asks for more.</summary>
    /// <returns>Null when a value that the pattern asks for is not there yet: whoever gives that value gives the address, too.</returns>
    private static string? Fill(string? pattern, ContentItem item)
    {
        if (string.IsNullOrWhiteSpace(pattern) || OtherLiquid().IsMatch(Placeholder().Replace(pattern, "")))
        {
            return OrId(Slug.Of(item.DisplayText ?? ""), item);
        }
        var isComplete = true;
        var path = Placeholder().Replace(pattern, match =>
        {
            var value = Value(match.Groups["path"].Value, item);
            isComplete &= !string.IsNullOrWhiteSpace(value);
            return match.Groups["filter"].Success ? Slug.Of(value ?? "") : value ?? "";
        });
        return isComplete ? OrId(ContentRoutes.Normalise(path), item) : null;
    }

    // A title of signs alone leaves nothing to make an address of.
    private static string OrId(string slug, ContentItem item) => slug.Length == 0 ? item.ContentItemId : Characters.Cut(slug, MaxCharacters).TrimEnd('-', '/');

    private static string? Value(string path, ContentItem item) => path switch
    {
        "DisplayText" => item.DisplayText,
        "ContentItemId" => item.ContentItemId,
        "ContentType" => item.ContentType,
        _ when path.StartsWith("Content.", StringComparison.Ordinal) => path.Split('.').Skip(1).Aggregate((JsonNode?)item.Document, (node, name) => (node as JsonObject)?[name]).AsText(),
        _ => null,
    };

    [GeneratedRegex(@"\{\{\s*ContentItem\.(?<path>[\w.]+)\s*(?:\|\s*(?<filter>slugify)\s*)?\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{[{%]", RegexOptions.CultureInvariant)]
    private static partial Regex OtherLiquid();
}
