using System.Diagnostics;
using AgencyCMS.ContentManagement.Searching;
using AgencyCMS.Search.Engine.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Lock = System.Threading.Lock;

namespace AgencyCMS.Search.Engine.Storage;

/// <summary>
/// One open Lucene index. Opened for reading; the first batch opens it for writing. What a batch did can be found at once
/// and is safe after the next commit; effects and position are committed together or not at all.
/// </summary>
internal sealed class IndexGeneration : IDisposable
{
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>From this size on, batches come in floods: opening the index anew for each of them would cost more than writing it.</summary>
    private const int FloodDocuments = 100;

    private static readonly TimeSpan FloodPause = TimeSpan.FromMilliseconds(250);

    private readonly Lock _reading = new();
    private readonly Lock _writing = new();
    private readonly FSDirectory _directory;
    private SearcherManager _searchers;
    private IndexWriter? _writer;
    private IndexPositions _committed;
    private long _refreshedAt;
    private bool _hasUnseen;
    private bool _isClosed;

    private IndexGeneration(string path, FSDirectory directory, SearcherManager searchers, IndexPositions committed, IndexWriter? writer)
    {
        Path = path;
        _directory = directory;
        _searchers = searchers;
        _writer = writer;
        _committed = committed;
        Positions = committed;
    }

    public string Path { get; }

    /// <summary>How far it has come, the uncommitted included.</summary>
    public IndexPositions Positions { get; private set; }

    public bool HasUncommitted => !ReferenceEquals(Positions, _committed);

    /// <summary>Opens the last commit.</summary>
    /// <exception cref="IOException">It is missing, incomplete or damaged; so says Lucene by several types below this one.</exception>
    /// <exception cref="InvalidDataException">It was not written by this schema.</exception>
    public static IndexGeneration Open(string path)
    {
        if (!System.IO.Directory.Exists(path))
        {
            throw new DirectoryNotFoundException($"There is no index folder {System.IO.Path.GetFileName(path)}.");
        }
        var directory = FSDirectory.Open(path);
        try
        {
            return new IndexGeneration(path, directory, OfCommit(directory), IndexPositions.OfCommit(directory), writer: null);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Starts an empty index, open for writing and locked against others until it is closed.</summary>
    public static IndexGeneration Create(string path)
    {
        var directory = FSDirectory.Open(path);
        var writer = new IndexWriter(directory, WriterSettings(OpenMode.CREATE));
        return new IndexGeneration(path, directory, Nrt(writer), IndexPositions.None, writer);
    }

    /// <summary>Applies the batch and lets searches see it, one of a flood by the next commit. When it fails, all that is uncommitted is undone, positions included.</summary>
    /// <param name="batch">What to apply.</param>
    /// <param name="isSeen">False while nobody searches the index: the batch is seen only after the next opening, and many are written faster.</param>
    /// <returns>False when the index has not come as far as the batch presupposes; nothing was done.</returns>
    public bool Apply(IndexBatch batch, bool isSeen = true)
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (batch.Follows > (Positions.Of(batch.TenantId) ?? -1))
            {
                return false;
            }
            var target = _writer ?? OpenWriter();
            try
            {
                Write(target, batch);
                if (isSeen && (batch.Published.Count < FloodDocuments || Stopwatch.GetElapsedTime(_refreshedAt) > FloodPause))
                {
                    Refresh();
                }
                else
                {
                    _hasUnseen = isSeen;
                }
            }
            catch
            {
                Undo();
                throw;
            }
            if (batch.Position is { } position)
            {
                // A batch of changes may come twice and must not lead back; a filling says where the store stands, also after a restore.
                var reached = batch.Follows is null ? position : Math.Max(position, Positions.Of(batch.TenantId) ?? 0);
                Positions = Positions.With(batch.TenantId, reached);
            }
            return true;
        }
    }

    /// <summary>Removes a tenant and its position.</summary>
    public void Forget(int tenantId)
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            (_writer ?? OpenWriter()).DeleteDocuments(DocumentMapping.TenantTerm(tenantId));
            Refresh();
            Positions = Positions.Without(tenantId);
        }
    }

    /// <summary>Makes everything applied so far safe on disk.</summary>
    public void Commit()
    {
        lock (_writing)
        {
            if (_writer is null || _isClosed)
            {
                return;
            }
            var reached = Positions;
            try
            {
                if (_hasUnseen)
                {
                    Refresh();
                }
                _writer.SetCommitData(reached.ToCommitData());
                _writer.Commit();
            }
            catch
            {
                Undo();
                throw;
            }
            _committed = reached;
        }
    }

    public T Read<T>(Func<IndexSearcher, T> read)
    {
        SearcherManager manager;
        IndexSearcher searcher;
        lock (_reading)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            manager = _searchers;
            searcher = manager.Acquire();
        }
        try
        {
            return read(searcher);
        }
        finally
        {
            manager.Release(searcher);
        }
    }

    /// <summary>Reads every file of the index and compares its checksum.</summary>
    /// <exception cref="IOException">A file is damaged.</exception>
    public void CheckIntegrity() => Read(searcher =>
    {
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            leaf.AtomicReader.CheckIntegrity();
        }
        return true;
    });

    /// <summary>Closes without a commit: what was applied since the last one is gone, as after a crash.</summary>
    public void Dispose()
    {
        lock (_writing)
        {
            if (_isClosed)
            {
                return;
            }
            lock (_reading)
            {
                _isClosed = true;
            }
            _writer?.Rollback();
            _searchers.Dispose();
            _directory.Dispose();
        }
    }

    private static IndexWriterConfig WriterSettings(OpenMode mode) => new(Version, new ChineseAnalyzer())
    {
        OpenMode = mode,
        Similarity = RankingSearchers.Similarity,
        RAMBufferSizeMB = 32,
        MergedSegmentWarmer = new ColumnWarming(),
        WriteLockTimeout = 2000,
    };

    private static SearcherManager OfCommit(FSDirectory directory) => new(directory, RankingSearchers.Instance);

    private static SearcherManager Nrt(IndexWriter writer) => new(writer, applyAllDeletes: true, RankingSearchers.Instance);

    private static void Write(IndexWriter target, IndexBatch batch)
    {
        foreach (var itemId in batch.Withdrawn)
        {
            target.DeleteDocuments(DocumentMapping.KeyOf(batch.TenantId, itemId));
        }
        foreach (var document in batch.Published)
        {
            if (document.Tenant.Value != batch.TenantId)
            {
                throw new ArgumentException($"Document {document.ItemId} is tenant {document.Tenant.Value}'s, not {batch.TenantId}'s.", nameof(batch));
            }
            Write(target, document);
        }
    }

    // One document that Lucene refuses must not hold up the others of its tenant.
    private static void Write(IndexWriter target, SearchDocument document)
    {
        var key = DocumentMapping.KeyOf(document.Tenant.Value, document.ItemId);
        try
        {
            target.UpdateDocument(key, DocumentMapping.ToFields(document));
        }
        catch (ArgumentException)
        {
            target.UpdateDocument(key, DocumentMapping.ToBareFields(document));
        }
    }

    private void Refresh()
    {
        _searchers.MaybeRefreshBlocking();
        (_refreshedAt, _hasUnseen) = (Stopwatch.GetTimestamp(), false);
    }

    private IndexWriter OpenWriter()
    {
        _writer = new IndexWriter(_directory, WriterSettings(OpenMode.APPEND));
        Serve(Nrt(_writer));
        return _writer;
    }

    private void Undo()
    {
        _writer?.Rollback();
        _writer = null;
        (Positions, _hasUnseen) = (_committed, false);
        // A new index without a commit has nothing to go back to: whoever was filling it gives it up.
        if (DirectoryReader.IndexExists(_directory))
        {
            Serve(OfCommit(_directory));
        }
    }

    private void Serve(SearcherManager next)
    {
        SearcherManager previous;
        lock (_reading)
        {
            previous = _searchers;
            _searchers = next;
        }
        previous.Dispose();
    }

    /// <summary>Gives searchers the same ranking that the writer stored norms for.</summary>
    private sealed class RankingSearchers : SearcherFactory
    {
        public static readonly RankingSearchers Instance = new();
        public static readonly Similarity Similarity = new BM25Similarity();

        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = Similarity };
    }
}
