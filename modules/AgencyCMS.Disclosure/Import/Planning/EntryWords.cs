using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Import.Planning;

/// <summary>Finds the catalogue entry that a line names as people do: by its code, its title, or its path as the pages show it.</summary>
internal static class EntryWords
{
    private static readonly char[] Steps = ['/', '／', '>', '＞', '›', '»', '→', '\\'];

    /// <returns>The code, or what was written when there is no such entry; a refusal when several bear the title.</returns>
    public static Outcome<string> Find(CatalogueSnapshot catalogue, string text)
    {
        if (catalogue.Find(text) is { } byCode)
        {
            return byCode.Code;
        }
        var found = catalogue.All.Where(node => IsCalled(node, text)).ToList();
        if (found.Count == 0)
        {
            var steps = text.Split(Steps, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            found = steps.Length < 2 ? [] : [.. catalogue.All.Where(node => IsAt(node, steps))];
        }
        // Items stand under entries without sub-entries; of a branch and its leaf of the same name, the leaf is meant.
        var leaves = found.Where(node => node.Children.Count == 0).ToList();
        if (leaves.Count > 1)
        {
            return ImportProblems.EntryAmbiguous(text, string.Join("; ", leaves.Select(PathOf)));
        }
        return (leaves.FirstOrDefault() ?? found.FirstOrDefault())?.Code ?? text;
    }

    private static bool IsCalled(CatalogueNode node, string text) => node.Title.Trim() == text || node.TitleEn.Trim().Equals(text, StringComparison.OrdinalIgnoreCase);

    // The upper steps may be left out.
    private static bool IsAt(CatalogueNode node, string[] steps)
    {
        var path = node.Path.ToList();
        return path.Count >= steps.Length && path.TakeLast(steps.Length).Zip(steps).All(pair => IsCalled(pair.First, pair.Second) || pair.First.Code == pair.Second);
    }

    private static string PathOf(CatalogueNode node) => string.Join(" / ", node.Path.Select(step => step.Title));
}
