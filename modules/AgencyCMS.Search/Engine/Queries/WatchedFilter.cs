using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace AgencyCMS.Search.Engine.Queries;

/// <summary>
/// What a search may find, asked for every document that any part of it comes upon, also for those that part then leaves out: the pairs of a phrase that stands nowhere, the
/// numbers that begin alike, the pieces of a loose search. So all of them end soon when nobody waits any more.
/// </summary>
internal sealed class WatchedFilter(Filter permitted, CancellationToken cancellationToken) : Filter
{
    /// <summary>Hands the bits to every part of a query, whatever their number; Lucene by itself does so only where many documents are permitted.</summary>
    public static readonly FilteredQuery.FilterStrategy ForAllParts = new AlwaysBits();

    /// <exception cref="OperationCanceledException">Nobody waits any more; the bits throw it, too.</exception>
    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var set = permitted.GetDocIdSet(context, acceptDocs);
        return (set?.Bits ?? BitsOf(set, context.Reader.MaxDoc)) is { } bits ? new WatchedSet(set!, new WatchedBits(bits, cancellationToken)) : null; // there are bits of a set only
    }

    private static FixedBitSet? BitsOf(DocIdSet? set, int size)
    {
        if (set?.GetIterator() is not { } documents)
        {
            return null;
        }
        var bits = new FixedBitSet(size);
        bits.Or(documents);
        return bits;
    }

    private sealed class AlwaysBits : FilteredQuery.RandomAccessFilterStrategy
    {
        protected override bool UseRandomAccess(IBits bits, int firstFilterDoc) => true;
    }

    private sealed class WatchedSet(DocIdSet set, IBits bits) : DocIdSet
    {
        public override IBits Bits => bits;

        public override DocIdSetIterator GetIterator() => set.GetIterator();
    }

    private sealed class WatchedBits(IBits bits, CancellationToken cancellationToken) : IBits
    {
        // Often enough to end soon, seldom enough to cost nothing.
        private const int QuestionsBetweenLooks = 4096;
        private int _untilLook = QuestionsBetweenLooks;

        public int Length => bits.Length;

        public bool Get(int index)
        {
            if (--_untilLook == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _untilLook = QuestionsBetweenLooks;
            }
            return bits.Get(index);
        }
    }
}
