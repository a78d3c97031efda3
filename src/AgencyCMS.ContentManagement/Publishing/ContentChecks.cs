using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>What is asked of a document before it is saved or published, whichever door it comes through.</summary>
public sealed class ContentChecks(ContentRoutes routes, HtmlCleaner cleaner, IFeatureServices<IContentHandler> handlers)
{
    /// <summary>Brings an item into the form in which it is stored and compared: clean HTML, texts without accidents, the display text that its title says.</summary>
    internal void Prepare(ContentItem item)
    {
        cleaner.Clean(item);
        SeenTexts.TidyItem(item.Document);
        foreach (var handler in handlers.All)
        {
            handler.Prepare(item);
        }
        if (item.Part<TitlePart>() is { } title)
        {
            item.DisplayText = title.Title?.Trim();
        }
    }

    /// <summary>Asks everybody whether an item may be saved.</summary>
    internal Task<List<Problem>> CheckAsync(ContentItem item, bool isPublishing, CancellationToken cancellationToken)
    {
        Prepare(item);
        return CheckPreparedAsync(item, isPublishing, cancellationToken);
    }

    /// <summary>Asks everybody whether an item that was prepared may be saved.</summary>
    internal async Task<List<Problem>> CheckPreparedAsync(ContentItem item, bool isPublishing, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        if (item.Has<TitlePart>() && string.IsNullOrWhiteSpace(item.DisplayText))
        {
            problems.Add(ContentProblems.TitleMissing());
        }
        problems.AddRange(ContentTexts.Check(item));
        problems.AddRange(await routes.CheckAsync(item, cancellationToken));
        foreach (var handler in handlers.All)
        {
            problems.AddRange(await handler.CheckAsync(item, isPublishing, cancellationToken));
        }
        return problems;
    }

    /// <summary>The names that a version on its way to the public brings with it and that no other of its batch can have.</summary>
    internal IEnumerable<UniqueName> NamesOf(ContentItem item) => ContentRoutes.NamesOf(item).Concat(handlers.All.SelectMany(handler => handler.NamesOf(item)));

    /// <summary>The moment at which an item says itself that it is no longer public; null when it says nothing of the kind.</summary>
    internal DateTimeOffset? PublicUntil(ContentItem item) => handlers.All.Select(handler => handler.PublicUntil(item)).Min();
}
