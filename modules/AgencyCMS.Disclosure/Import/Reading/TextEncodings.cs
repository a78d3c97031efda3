using System.Buffers;
using System.Text;

namespace AgencyCMS.Disclosure.Import.Reading;

/// <summary>How a text file was written.</summary>
/// <param name="Strict">Throws at bytes that are no text.</param>
/// <param name="Lenient">Puts U+FFFD in their place.</param>
/// <param name="Name">For messages.</param>
/// <param name="MarkBytes">Length of the byte order mark.</param>
internal sealed record TextEncoding(Encoding Strict, Encoding Lenient, string Name, int MarkBytes);

/// <summary>
/// Finds out how a text file was written: as its byte order mark says; else UTF-16 where its bytes can be nothing else; else UTF-8, or GB 18030, which Chinese
/// Excel writes. A file is of the kind that most of its characters are: one damaged byte does not turn UTF-8 into something else.
/// </summary>
internal static class TextEncodings
{
    private const int BlockBytes = 64 * 1024;

    /// <summary>GB 18030, of which GBK and GB 2312 are parts.</summary>
    public static Encoding Chinese { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!; // it is built in

    /// <exception cref="UnreadableFileException">It is UTF-32.</exception>
    public static async Task<TextEncoding> DetectAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[BlockBytes];
        var kept = await stream.ReadAtLeastAsync(buffer, BlockBytes, throwOnEndOfStream: false, cancellationToken);
        if (WideText.IsUtf32(buffer.AsSpan(0, kept)))
        {
            throw new UnreadableFileException(ImportProblems.EncodingNotRead("UTF-32"));
        }
        if ((ByMark(buffer.AsSpan(0, kept)) ?? Unmarked(buffer.AsSpan(0, kept))) is { } marked)
        {
            return marked;
        }
        var (whole, broken) = (0L, 0L);
        while (kept > 0)
        {
            // The whole file is looked at: one that is ASCII for a megabyte may have its first Chinese character behind it.
            var left = Count(buffer.AsSpan(0, kept), ref whole, ref broken);
            buffer.AsSpan(kept - left, left).CopyTo(buffer);
            var read = await stream.ReadAsync(buffer.AsMemory(left), cancellationToken);
            broken += read == 0 && left > 0 ? 1 : 0;
            kept = read == 0 ? 0 : left + read;
        }
        return broken == 0 || whole > broken ? Utf8(0) : Gb18030(0);
    }

    private static TextEncoding? ByMark(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? Utf8(3)
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Utf16(isBigEndian: false)
        : head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Utf16(isBigEndian: true)
        : head.StartsWith((ReadOnlySpan<byte>)[0x84, 0x31, 0x95, 0x33]) ? Gb18030(4)
        : null;

    private static TextEncoding? Unmarked(ReadOnlySpan<byte> head) =>
        (WideText.IsUtf16(head, isBigEndian: false), WideText.IsUtf16(head, isBigEndian: true)) switch
        {
            (true, false) => Utf16(isBigEndian: false) with { MarkBytes = 0 },
            (false, true) => Utf16(isBigEndian: true) with { MarkBytes = 0 },
            _ => null,
        };

    private static TextEncoding Utf8(int mark) => new(new UTF8Encoding(false, throwOnInvalidBytes: true), new UTF8Encoding(false), "UTF-8", mark);

    private static TextEncoding Utf16(bool isBigEndian) => new(new UnicodeEncoding(isBigEndian, false, throwOnInvalidBytes: true), new UnicodeEncoding(isBigEndian, false), "UTF-16", 2);

    private static TextEncoding Gb18030(int mark) =>
        new(CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)!, Chinese, "GB 18030", mark);

    /// <returns>Bytes at the end that begin a character.</returns>
    private static int Count(ReadOnlySpan<byte> bytes, ref long whole, ref long broken)
    {
        while (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is >= 0 and var first)
        {
            bytes = bytes[first..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.NeedMoreData)
            {
                return bytes.Length;
            }
            whole += status == OperationStatus.Done ? 1 : 0;
            broken += status == OperationStatus.Done ? 0 : 1;
            bytes = bytes[length..];
        }
        return 0;
    }
}
