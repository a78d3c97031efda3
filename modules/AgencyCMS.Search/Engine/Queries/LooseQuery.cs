using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace AgencyCMS.Search.Engine.Queries;

/// <summary>
/// Documents that hold most of some pieces, the rarer and the better placed the pieces the higher. What a loose search finds is often a large part of the index; so the
/// documents of each piece are gone through once and added up, where Lucene's own queries compare the lists of all pieces and fields document by document.
/// </summary>
/// <param name="pieces">At most 255.</param>
/// <param name="least">How many of them a document must hold.</param>
internal sealed class LooseQuery(ImmutableArray<LoosePiece> pieces, int least) : Query
{
    public override Weight CreateWeight(IndexSearcher searcher) => new LooseWeight(this, pieces, least, [.. pieces.Select(piece => RarityOf(piece, searcher.IndexReader))]);

    // By themselves, Lucene's queries are equal when type and boost are.
    public override bool Equals(object obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString(string field) => $"{least} of {pieces.Length}";

    private static float RarityOf(LoosePiece piece, IndexReader reader) =>
        (float)Math.Log(1 + (reader.MaxDoc / (1.0 + piece.InFields.Max(inField => reader.DocFreq(inField.Term)))));

    private sealed class LooseWeight(Query query, ImmutableArray<LoosePiece> pieces, int least, ImmutableArray<float> rarities) : Weight
    {
        public override Query Query => query;

        public override float GetValueForNormalization() => 1;

        public override void Normalize(float norm, float topLevelBoost)
        {
            // The sums are compared with each other alone.
        }

        public override Explanation Explain(AtomicReaderContext context, int doc) => new(0, query.ToString());

        public override Scorer GetScorer(AtomicReaderContext context, IBits acceptDocs)
        {
            var size = context.AtomicReader.MaxDoc;
            var held = ArrayPool<byte>.Shared.Rent(size);
            var latest = ArrayPool<byte>.Shared.Rent(size);
            var sums = ArrayPool<float>.Shared.Rent(size);
            Array.Clear(held, 0, size);
            Array.Clear(latest, 0, size);
            Array.Clear(sums, 0, size);
            try
            {
                for (var i = 0; i < pieces.Length; i++)
                {
                    foreach (var (term, boost) in pieces[i].InFields)
                    {
                        AddUp(context.AtomicReader, acceptDocs, term, (byte)(i + 1), boost * rarities[i], held, latest, sums);
                    }
                }
                return LooseScorer.Of(this, held.AsSpan(0, size), sums, least);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(held);
                ArrayPool<byte>.Shared.Return(latest);
                ArrayPool<float>.Shared.Return(sums);
            }
        }

        private static void AddUp(AtomicReader reader, IBits acceptDocs, Term term, byte piece, float worth, byte[] held, byte[] latest, float[] sums)
        {
            var terms = reader.GetTerms(term.Field)?.GetEnumerator();
            if (terms is null || !terms.SeekExact(term.Bytes))
            {
                return;
            }
            var docs = terms.Docs(acceptDocs, null, DocsFlags.NONE);
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                // The fields come best first, and a piece counts once.
                if (latest[doc] != piece)
                {
                    latest[doc] = piece;
                    held[doc]++;
                    sums[doc] += worth;
                }
            }
        }
    }

    private sealed class LooseScorer(Weight weight, int[] docs, float[] sums) : Scorer(weight)
    {
        private int _at = -1;

        public override int DocID => _at < 0 ? -1 : _at < docs.Length ? docs[_at] : NO_MORE_DOCS;

        public override int Freq => 1;

        public static LooseScorer Of(Weight weight, ReadOnlySpan<byte> held, float[] sums, int least)
        {
            var count = 0;
            foreach (var pieces in held)
            {
                count += pieces >= least ? 1 : 0;
            }
            var docs = new int[count];
            var scores = new float[count];
            for (int doc = 0, next = 0; next < count; doc++)
            {
                if (held[doc] >= least)
                {
                    docs[next] = doc;
                    scores[next++] = sums[doc];
                }
            }
            return new LooseScorer(weight, docs, scores);
        }

        public override float GetScore() => sums[_at];

        public override int NextDoc()
        {
            _at++;
            return DocID;
        }

        public override int Advance(int target)
        {
            var found = Array.BinarySearch(docs, _at + 1, docs.Length - _at - 1, target);
            _at = found >= 0 ? found : ~found;
            return DocID;
        }

        public override long GetCost() => docs.Length;
    }
}
