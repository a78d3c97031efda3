using Lucene.Net.Index;

namespace AgencyCMS.Search.Engine.Storage;

/// <summary>Reads the columns of a large new segment where it is made, so that no reader waits for them.</summary>
internal sealed class ColumnWarming : IndexWriter.IndexReaderWarmer
{
    public override void Warm(AtomicReader reader) => SegmentColumns.Of(reader);
}
