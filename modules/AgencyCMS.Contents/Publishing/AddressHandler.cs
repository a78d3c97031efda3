using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgencyCMS.Content.Items;
using AgencyCMS.Content.Items.Parts;
using AgencyCMS.Content.Publishing;
using AgencyCMS.Content.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Recipes;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Contents.Publishing;

/// <summary>Keeps addresses off the platform's own, and gives one to items that are published without.</summary>
internal sealed partial class AddressHandler(DefinitionStore definitions, ReservedAddresses reserved, TenantDb db) : IContentHandler
{
    private const int MaxCharacters = 120;

    public Task<IEnumerable<Problem>> CheckAsync(ContentItem item, bool isPublishing, CancellationToken cancellationToken) =>
        Task.FromResult<IEnumerable<Problem>>(ContentRoutes.PathOf(item) is { } path && reserved.Contains(path) ? [EditorProblems.AddressReserved(path)] : []);

    public async Task PublishingAsync(IReadOnlyList<Publication> publications, CancellationToken cancellationToken)
    {
        var types = (await definitions.GetAsync(cancellationToken)).Types;
        var given = new HashSet<string>(publications.Select(publication => ContentRoutes.PathOf(publication.Item)).OfType<string>(), StringComparer.Ordinal);
        foreach (var item in publications.Select(publication => publication.Item))
        {
            var part = item.Part<AutoroutePart>();
            var use = types.GetValueOrDefault(item.ContentType)?.FindPart(nameof(AutoroutePart));
            if (part is { Disabled: true } or { Path.Length: > 0 } || (part is null && use is null))
            {
                continue;
            }
            if (Fill(use?.Settings.Text("AutoroutePartSettings", "Pattern"), item) is { Length: > 0 } wanted)
            {
                var path = await FreeAsync(wanted, item.ContentItemId, given, cancellationToken);
                item.Alter<AutoroutePart>(changed => changed.Path = path);
                given.Add(path);
            }
        }
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
    private static string OrId(string slug, ContentItem item) => slug.Length == 0 ? item.ContentItemId : slug.Length > MaxCharacters ? slug[..MaxCharacters].TrimEnd('-', '/') : slug;

    private static string? Value(string path, ContentItem item) => path switch
    {
        "DisplayText" => item.DisplayText,
        "ContentItemId" => item.ContentItemId,
        "ContentType" => item.ContentType,
        _ when path.StartsWith("Content.", StringComparison.Ordinal) => path.Split('.').Skip(1).Aggregate((JsonNode?)item.Document, (node, name) => (node as JsonObject)?[name]).AsText(),
        _ => null,
    };

    /// <summary>The wanted address, or with the first number behind it that is free. Asked once, however many items have the same title.</summary>
    private async Task<string> FreeAsync(string wanted, string contentItemId, HashSet<string> given, CancellationToken cancellationToken)
    {
        var numbered = wanted + "-";
        var taken = await db.Set<ContentRouteRow>().Where(row => (row.Path == wanted || row.Path.StartsWith(numbered)) && row.ContentItemId != contentItemId)
            .Select(row => row.Path).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var path = wanted;
        for (var number = 2; given.Contains(path) || reserved.Contains(path) || taken.Contains(path); number++)
        {
            path = string.Create(CultureInfo.InvariantCulture, $"{numbered}{number}");
        }
        return path;
    }

    [GeneratedRegex(@"\{\{\s*ContentItem\.(?<path>[\w.]+)\s*(?:\|\s*(?<filter>slugify)\s*)?\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{[{%]", RegexOptions.CultureInvariant)]
    private static partial Regex OtherLiquid();
}
