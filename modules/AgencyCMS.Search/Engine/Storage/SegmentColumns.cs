using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace AgencyCMS.Search.Engine.Storage;

/// <summary>
/// What a search asks of every match, read once for each segment and kept for as long as the segment is in use, some 24 bytes a document: looking it up in the
/// index's files costs more than finding the match.
/// </summary>
internal sealed class SegmentColumns
{
    private static readonly ConditionalWeakTable<object, SegmentColumns> Known = [];

    private SegmentColumns(AtomicReader reader)
    {
        Tenants = ReadNumbers(reader, IndexFields.Tenant, number => (int)number);
        Years = ReadNumbers(reader, IndexFields.PublishedOn, day => (int)(day / 10_000));
        EntryPaths = ReadTexts(reader, IndexFields.Entry);
        Genres = ReadTexts(reader, IndexFields.Genre);
        PublishedAt = new long[reader.MaxDoc];
        var published = reader.GetNumericDocValues(IndexFields.PublishedAt);
        for (var doc = 0; doc < PublishedAt.Length; doc++)
        {
            PublishedAt[doc] = published?.Get(doc) ?? 0;
        }
    }

    public Column<int> Tenants { get; }

    public Column<int> Years { get; }

    /// <summary>As <see cref="Results.EntryCount.KeyOf"/> writes them.</summary>
    public Column<string> EntryPaths { get; }

    public Column<string> Genres { get; }

    /// <summary>Milliseconds since 1970 by document.</summary>
    public long[] PublishedAt { get; }

    public static SegmentColumns Of(AtomicReader reader) => Known.GetValue(reader.CoreCacheKey, _ => new SegmentColumns(reader));

    private static Column<int> ReadNumbers(AtomicReader reader, string field, Func<long, int> read)
    {
        var numbers = reader.GetNumericDocValues(field);
        var places = new int[reader.MaxDoc];
        var placeOf = new Dictionary<int, int>();
        for (var doc = 0; doc < places.Length; doc++)
        {
            var value = read(numbers?.Get(doc) ?? 0);
            if (!placeOf.TryGetValue(value, out places[doc]))
            {
                places[doc] = placeOf[value] = placeOf.Count;
            }
        }
        return new Column<int>(places, [.. placeOf.Keys]);
    }

    private static Column<string> ReadTexts(AtomicReader reader, string field)
    {
        var texts = reader.GetSortedDocValues(field);
        var values = new string[texts?.ValueCount ?? 0];
        var value = new BytesRef();
        for (var place = 0; place < values.Length; place++)
        {
            texts!.LookupOrd(place, value); // there are values only where there is a field
            values[place] = value.Utf8ToString();
        }
        var places = new int[reader.MaxDoc];
        for (var doc = 0; doc < places.Length; doc++)
        {
            places[doc] = texts?.GetOrd(doc) is >= 0 and var place ? place : values.Length;
        }
        return new Column<string>(places, values);
    }
}
