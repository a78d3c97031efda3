using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>
/// PDF documents without scripts, without the starting of programs and without files in them. Such actions are names in the file's objects; objects may be packed
/// in streams, which are unpacked within limits, and letters of names may be written as numbers.
/// </summary>
internal static partial class PdfContent
{
    private const int MaxBytes = 256 * 1024 * 1024;
    private const int MaxUnpackedBytes = 256 * 1024 * 1024;
    private const int BlockBytes = 64 * 1024;
    private const int WindowBytes = 1024 * 1024;
    private const int OverlapBytes = 256;

    public static ContentFault? Check(Stream content)
    {
        if (!Signatures.StartsWith(content, "%PDF-"u8) || Signatures.EndsAsArchive(content))
        {
            return ContentFault.Other;
        }
        if (content.Length > MaxBytes)
        {
            return ContentFault.TooMuch;
        }
        var bytes = ArrayPool<byte>.Shared.Rent((int)content.Length);
        try
        {
            content.Position = 0;
            content.ReadExactly(bytes, 0, (int)content.Length);
            return Judge(bytes.AsMemory(0, (int)content.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static ContentFault? Judge(ReadOnlyMemory<byte> file)
    {
        // What counts as a stream is for the reader of the file to say, and can be feigned in a text: the long names are looked for everywhere.
        for (var at = 0; at < file.Length; at += WindowBytes)
        {
            if (LongActions().Match(Plain(file.Span[at..Math.Min(file.Length, at + WindowBytes + OverlapBytes)])) is { Success: true } found)
            {
                return ContentFault.Program(found.Value.Trim());
            }
        }
        var unpacked = 0;
        var from = 0;
        while (true)
        {
            // What lies in streams is pictures and fonts, in which anything may stand; between them are the objects.
            var stream = file.Span[from..].IndexOf("stream"u8);
            var objects = file.Span[from..(stream < 0 ? file.Length : from + stream)];
            if (Find(objects) is { } name)
            {
                return ContentFault.Program(name);
            }
            if (stream < 0)
            {
                return null;
            }
            var start = from + stream + "stream".Length;
            var length = file.Span[start..].IndexOf("endstream"u8);
            var end = length < 0 ? file.Length : start + length;
            var head = Plain(objects);
            head = head[Math.Max(0, head.LastIndexOf("endobj", StringComparison.Ordinal))..];
            // The type may stand elsewhere; that there is a first object cannot.
            if (head.Contains("/ObjStm", StringComparison.Ordinal) || head.Contains("/First", StringComparison.Ordinal))
            {
                if (head.Contains("/Predictor", StringComparison.Ordinal) || Unpack(file[start..end], head.Contains("/Filter", StringComparison.Ordinal), MaxUnpackedBytes - unpacked) is not { } text)
                {
                    return ContentFault.Protected;
                }
                if (Find(text) is { } packed)
                {
                    return ContentFault.Program(packed);
                }
                unpacked += text.Length;
            }
            from = Math.Min(file.Length, end + "endstream".Length);
        }
    }

    private static string? Find(ReadOnlySpan<byte> objects)
    {
        var text = Plain(objects);
        return Actions().Match(text) is { Success: true } found ? found.Value.Trim() : null;
    }

    // Names may spell letters as #4A.
    private static string Plain(ReadOnlySpan<byte> objects) =>
        Escapes().Replace(Encoding.Latin1.GetString(objects), match => ((char)byte.Parse(match.ValueSpan[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    /// <returns>Null when it cannot be unpacked: it is protected, packed in an unusual way, or too large.</returns>
    private static byte[]? Unpack(ReadOnlyMemory<byte> stream, bool isPacked, int most)
    {
        var content = stream[Math.Min(stream.Span.StartsWith("\r\n"u8) ? 2 : 1, stream.Length)..].ToArray();
        if (!isPacked)
        {
            return content;
        }
        using var packed = new MemoryStream(content);
        using var target = new MemoryStream();
        try
        {
            using var inflater = new ZLibStream(packed, CompressionMode.Decompress);
            var buffer = new byte[BlockBytes];
            int read;
            while (target.Length <= most && (read = inflater.Read(buffer)) > 0)
            {
                target.Write(buffer, 0, read);
            }
            return target.Length > most ? null : target.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|ImportData|GoToE)(?=[\s\0/<\[(>{%\])}]|$)|/URI\s*\(\s*(?i:javascript|vbscript|data|file)\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex Actions();

    [GeneratedRegex(@"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData)(?=[\s\0/<\[(>{%\])}])", RegexOptions.CultureInvariant)]
    private static partial Regex LongActions();

    [GeneratedRegex("#[0-9A-Fa-f]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}
