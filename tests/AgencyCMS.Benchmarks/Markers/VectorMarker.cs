using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Storage;
using AgencyCMS.Search.Engine.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search.Highlight;
using Lucene.Net.Search.VectorHighlight;
using Lucene.Net.Store;

namespace AgencyCMS.Benchmarks.Markers;

/// <summary>Lucene's <c>FastVectorHighlighter</c>: reads the places of all terms of a text from the index, which must hold them.</summary>
internal sealed class VectorMarker : IMarker
{
    private const int PassageChars = 160;
    private static readonly string[] Before = ["["];
    private static readonly string[] After = ["]"];
    private readonly FastVectorHighlighter _highlighter = new();
    private readonly RAMDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly IReadOnlyList<string> _texts;

    public VectorMarker(IReadOnlyList<string> texts)
    {
        _texts = texts;
        _directory = Write(texts, hasVectors: true);
        _reader = DirectoryReader.Open(_directory);
    }

    public static RAMDirectory Write(IReadOnlyList<string> texts, bool hasVectors)
    {
        var directory = new RAMDirectory();
        using var writer = new IndexWriter(directory, new IndexWriterConfig(IndexGeneration.Version, new ChineseAnalyzer()));
        var type = new FieldType(TextField.TYPE_STORED) { StoreTermVectors = hasVectors, StoreTermVectorPositions = hasVectors, StoreTermVectorOffsets = hasVectors };
        foreach (var text in texts)
        {
            writer.AddDocument(new Document { new Field(IndexFields.Body, text, type) });
        }
        return directory;
    }

    public string MarkFirst(ParsedQuery query) => Cut(query, 0, int.MaxValue, new SingleFragListBuilder()) ?? _texts[0];

    public void Cut(ParsedQuery query, int text) => Cut(query, text, PassageChars, new SimpleFragListBuilder());

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    private string? Cut(ParsedQuery query, int document, int chars, IFragListBuilder passages) => _highlighter.GetBestFragment(
        _highlighter.GetFieldQuery(TextQueries.Exact(query), _reader), _reader, document, IndexFields.Body, chars, passages, new ScoreOrderFragmentsBuilder(), Before, After, new DefaultEncoder());
}
