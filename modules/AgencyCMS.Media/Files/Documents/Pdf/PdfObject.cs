using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AgencyCMS.Media.Files.Documents.Pdf;

/// <summary>One object of a PDF document, read to its end: what in it would run, and whether it is a stream that holds further objects.</summary>
internal sealed partial class PdfObject
{
    private static readonly FrozenSet<string> Harmful = new[]
    {
        "JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "FileAttachment", "RichMedia", "XFA", "ImportData", "GoToE",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly List<string> _names = [];
    private string? _share;
    private string _told = "";
    private int _behindTold;

    /// <summary>Null when nothing in it runs.</summary>
    public string? Harm { get; private set; }

    /// <summary>Behind its last sign.</summary>
    public int End { get; private set; }

    /// <summary>Where its stream begins; null when it has none.</summary>
    public int? Stream { get; private set; }

    /// <summary>Where in a stream of objects the first of them begins; null where it does not say so itself.</summary>
    public int? First { get; private set; }

    /// <summary>How many objects are in a stream of objects; null where it does not say so itself.</summary>
    public int? Count { get; private set; }

    // The type may stand elsewhere; that there is a first object cannot.
    public bool HoldsObjects => Stream is not null && (_names.Contains("ObjStm") || _names.Contains("First"));

    public bool IsPacked => _names.Contains("Filter");

    /// <summary>True when the objects in its stream can be read as any program would: it is packed in the one usual way, or in none, and says once where they begin and how many they are.</summary>
    public bool IsReadable => !_names.Exists(name => name is "Predictor" or "DecodeParms" or "DP") && _names.Count(name => name == "First") == 1 && _names.Count(name => name == "N") == 1 && _names.Count(name => name is "FlateDecode" or "Fl") == (IsPacked ? 1 : 0)
        && !_names.Exists(name => name is "ASCIIHexDecode" or "AHx" or "ASCII85Decode" or "A85" or "LZWDecode" or "LZW" or "RunLengthDecode" or "RL" or "Crypt");

    /// <param name="bytes">Of the file, or of an unpacked stream of objects.</param>
    /// <param name="position">Of its first sign.</param>
    /// <param name="isBare">True for objects that end with their value: those in streams, and trailers.</param>
    public static PdfObject Read(ReadOnlySpan<byte> bytes, int position, bool isBare)
    {
        var read = new PdfObject();
        var lexer = new PdfLexer(bytes, position);
        var (depth, last) = (0, "");
        for (var token = lexer.Next(); token != PdfTokenKind.Ended; token = lexer.Next())
        {
            depth += token switch { PdfTokenKind.Open => 1, PdfTokenKind.Close => -1, _ => 0 };
            read.Judge(token, lexer.Value, last);
            if (depth <= 0 && ((token == PdfTokenKind.Word && lexer.Value is "stream" or "endobj" or "xref" or "startxref") || isBare))
            {
                read.Stream = token == PdfTokenKind.Word && lexer.Value == "stream" ? AfterLine(bytes, lexer.Position) : null;
                break;
            }
            last = token == PdfTokenKind.Name ? lexer.Value : "";
        }
        read.End = lexer.Position;
        read.Harm ??= read._share is { } share && read._names.Contains("GoToR") ? share : null;
        return read;
    }

    private void Judge(PdfTokenKind token, string value, string last)
    {
        // A number that is followed by another and by R is that of an object which says it: where that lies, only the document's own list knows.
        _behindTold = _behindTold > 0 && token == PdfTokenKind.Word ? _behindTold + 1 : 0;
        if (_behindTold == 3 && value == "R")
        {
            Tell(_told, null);
        }
        switch (token)
        {
            case PdfTokenKind.Name:
                _names.Add(value);
                Harm ??= Harmful.Contains(value) ? "/" + value : null;
                break;
            case PdfTokenKind.Text when last == "URI" && Running().IsMatch(Unseen().Replace(value, "")):
                Harm ??= "/URI";
                break;
            case PdfTokenKind.Text when Share().IsMatch(value):
                _share = value;
                break;
            case PdfTokenKind.Word when last is "First" or "N" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                Tell(last, number);
                (_told, _behindTold) = (last, 1);
                break;
        }
        // Files that lie in the document, whatever they call themselves.
        if (last == "EF" && token is PdfTokenKind.Open or PdfTokenKind.Word)
        {
            Harm ??= "/EF";
        }
    }

    private void Tell(string name, int? number)
    {
        if (name == "First")
        {
            First = number;
        }
        else
        {
            Count = number;
        }
    }

    private static int AfterLine(ReadOnlySpan<byte> bytes, int position) =>
        bytes[position..].StartsWith("\r\n"u8) ? position + 2 : Math.Min(position + 1, bytes.Length);

    [GeneratedRegex("^(?:javascript|vbscript|data|file):", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Running();

    // Texts of two bytes a sign begin with a mark, and have a zero before each Latin letter.
    [GeneratedRegex(@"[\s\p{Cc}\u00FE\u00FF]", RegexOptions.CultureInvariant)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"^\s*(?:\\\\|//)[^\\/\s]", RegexOptions.CultureInvariant)]
    private static partial Regex Share();
}
