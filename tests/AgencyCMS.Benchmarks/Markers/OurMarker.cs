using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Results;

namespace AgencyCMS.Benchmarks.Markers;

/// <summary>What the search page uses.</summary>
internal sealed class OurMarker(IReadOnlyList<string> texts) : IMarker
{
    private Highlighter? _highlighter;

    public string MarkFirst(ParsedQuery query) =>
        string.Concat(new Highlighter(query, isLoose: false).Mark(texts[0]).Select(segment => segment.IsMatch ? $"[{segment.Text}]" : segment.Text));

    // One budget for the texts of a page, as on the page.
    public void Cut(ParsedQuery query, int text)
    {
        _highlighter = text == 0 ? new Highlighter(query, isLoose: false) : _highlighter;
        _highlighter!.Cut(texts[text]); // the first text comes first
    }

    public void Dispose()
    {
        // Holds nothing.
    }
}
