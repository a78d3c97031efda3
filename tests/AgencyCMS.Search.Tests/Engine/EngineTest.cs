using AgencyCMS.ContentManagement.Searching;
using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Results;

namespace AgencyCMS.Search.Tests.Engine;

/// <summary>A test over a real index on disk.</summary>
public abstract class EngineTest : IDisposable
{
    private readonly List<IDisposable> _open = [];

    private protected TemporaryFolder Folder { get; } = new();

    public void Dispose()
    {
        _open.ForEach(thing => thing.Dispose());
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected T Use<T>(T thing)
        where T : IDisposable
    {
        _open.Add(thing);
        return thing;
    }

    private protected SearchResult Search(SearchRequest request, params SearchDocument[] documents) =>
        Use(Given.Index(Folder.Of($"{_open.Count}"), documents)).Search(request)!;

    private protected SearchResult Search(string text, params SearchDocument[] documents) => Search(Given.Request(text), documents);
}
