using AgencyCMS.Search.Engine.Queries;

namespace AgencyCMS.Benchmarks.Markers;

/// <summary>One way to mark what matches and to cut passages, over some texts.</summary>
internal interface IMarker : IDisposable
{
    /// <returns>The whole first text with what matches in brackets.</returns>
    string MarkFirst(ParsedQuery query);

    /// <summary>Cuts the passage of a text.</summary>
    void Cut(ParsedQuery query, int text);
}
