using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Storage;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace AgencyCMS.Search.Tests.Engine.Queries;

/// <summary>Every part of a search ends when nobody waits any more, also one that goes through many documents and finds none.</summary>
public sealed class WatchedFilterTests : EngineTest
{
    private const int Documents = 12_000;
    private const int AskedUntilGone = 100;
    private const int MostAskedAfterwards = 4096;
    private readonly SearchIndex _index;

    public WatchedFilterTests()
    {
        // Both pairs in every document, and never in a row.
        var documents = Enumerable.Range(0, Documents).Select(i => Given.Document($"{i}", "政务及务公") with { DocumentNumber = $"2025{i}号", EntryPath = ["zoning"] });
        _index = Use(Given.Index(Folder.Of("index"), [.. documents]));
    }

    [Theory]
    [InlineData("政务公")]
    [InlineData("政")]
    [InlineData("2025")]
    [InlineData("")]
    [InlineData("及 务公 政务")]
    public void Search_NobodyWaitsForAnyMoreInItsMidst_Ends(string text) =>
        EndsSoon(TextQueries.Exact(QueryTextParser.Parse(text)), Given.Request());

    [Fact]
    public void LooseSearch_NobodyWaitsForAnyMoreInItsMidst_Ends() =>
        EndsSoon(TextQueries.Loose(QueryTextParser.Parse("政务公"))!, Given.Request()); // two pairs

    [Fact]
    public void NarrowedSearch_NobodyWaitsForAnyMoreInItsMidst_Ends() =>
        EndsSoon(TextQueries.Exact(QueryTextParser.Parse("政务公")), Given.Request() with { Entry = "zoning", From = new DateOnly(2020, 1, 1) });

    private void EndsSoon(Query query, SearchRequest request)
    {
        // Arrange
        using var gone = new CancellationTokenSource();
        var permitted = new GoneInItsMidst(gone);
        var filter = new WatchedFilter(permitted, gone.Token);

        // Act
        var search = () => _index.Read(searcher =>
        {
            searcher.Search(new FilteredQuery(DocumentFilters.Narrow(query, request), filter, WatchedFilter.ForAllParts), new TotalHitCountCollector());
            return searcher;
        });

        // Assert
        Assert.Throws<OperationCanceledException>(search);
        Assert.InRange(permitted.Asked, AskedUntilGone, AskedUntilGone + MostAskedAfterwards);
    }

    /// <summary>Permits everything, and the one who searches goes away after some documents.</summary>
    private sealed class GoneInItsMidst(CancellationTokenSource gone) : Filter
    {
        public int Asked { get; private set; }

        public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) => new All(this, context.Reader.MaxDoc);

        private bool Ask()
        {
            if (++Asked == AskedUntilGone)
            {
                gone.Cancel();
            }
            return true;
        }

        private sealed class All(GoneInItsMidst owner, int size) : DocIdSet, IBits
        {
            public override IBits Bits => this;

            public int Length => size;

            public bool Get(int index) => owner.Ask();

            public override DocIdSetIterator GetIterator()
            {
                var all = new FixedBitSet(size);
                all.Set(0, size);
                return all.GetIterator();
            }
        }
    }
}
