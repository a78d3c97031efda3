using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Import.Reading;

/// <summary>A line of a text file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Without its end; U+FFFD stands where bytes are no text.</param>
/// <param name="Fault">Says which byte is no text; null when all are.</param>
internal readonly record struct TextLine(int Number, string Text, Problem? Fault);

/// <summary>Reads a text file line by line. Each line is decoded strictly and by itself, so that a damaged one takes no other with it.</summary>
internal sealed class TextLines : IDisposable
{
    private const int BlockBytes = 64 * 1024;
    private const int MaxLineBytes = 16 * 1024 * 1024;

    private readonly FileStream _stream;
    private readonly TextEncoding _encoding;
    private readonly char _end;
    private readonly byte[] _block = new byte[BlockBytes];
    private readonly ArrayBufferWriter<byte> _line = new();
    private int _start;
    private int _filled;
    private int _number;
    private long _position;

    private TextLines(FileStream stream, TextEncoding encoding, char end)
    {
        (_stream, _encoding, _end) = (stream, encoding, end);
        _position = _stream.Position = encoding.MarkBytes;
    }

    /// <summary>Opens a file for reading from its beginning; the caller disposes of it.</summary>
    public static async Task<TextLines> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        try
        {
            var encoding = await TextEncodings.DetectAsync(stream, cancellationToken);
            stream.Position = 0;
            return new TextLines(stream, encoding, await FindEndAsync(stream, encoding, cancellationToken));
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    public void Dispose() => _stream.Dispose();

    /// <returns>Null at the end.</returns>
    public async ValueTask<TextLine?> ReadAsync(CancellationToken cancellationToken)
    {
        _line.ResetWrittenCount();
        var at = _position;
        var isEnded = false;
        while (!isEnded && (_start < _filled || await FillAsync(cancellationToken)))
        {
            isEnded = Take();
        }
        if (_position == at)
        {
            return null;
        }
        _number++;
        return _position - at > MaxLineBytes ? new TextLine(_number, "", ImportProblems.LineTooLong(MaxLineBytes / 1024 / 1024)) : Decode(_line.WrittenSpan, at);
    }

    /// <returns>True when the line has ended.</returns>
    private bool Take()
    {
        var rest = _block.AsSpan(_start.._filled);
        var length = LengthOf(rest);
        var taken = length > 0 ? rest[..length] : rest;
        if (_line.WrittenCount + taken.Length <= MaxLineBytes)
        {
            _line.Write(taken);
        }
        _start += taken.Length;
        _position += taken.Length;
        return length > 0;
    }

    // Bytes of the line with its end; 0 when it goes on behind the block. In GB 18030 and UTF-8, no other character has the byte of a line's end.
    private int LengthOf(ReadOnlySpan<byte> bytes) => _encoding.Strict is UnicodeEncoding utf16
        ? (MemoryMarshal.Cast<byte, ushort>(bytes).IndexOf(utf16.CodePage == Encoding.Unicode.CodePage ? _end : (ushort)(_end << 8)) + 1) * 2
        : bytes.IndexOf((byte)_end) + 1;

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        _start = 0;
        _filled = await _stream.ReadAtLeastAsync(_block, BlockBytes, throwOnEndOfStream: false, cancellationToken);
        return _filled > 0;
    }

    private TextLine Decode(ReadOnlySpan<byte> bytes, long at)
    {
        try
        {
            return new TextLine(_number, _encoding.Strict.GetString(bytes).TrimEnd('\r', '\n'), null);
        }
        catch (DecoderFallbackException exception)
        {
            var place = Math.Max(0, exception.Index);
            return new TextLine(_number, _encoding.Lenient.GetString(bytes).TrimEnd('\r', '\n'), ImportProblems.LineNotText(place + 1, at + place + 1, _encoding.Name));
        }
    }

    // Excel on the Mac ends lines with a carriage return alone.
    private static async Task<char> FindEndAsync(FileStream stream, TextEncoding encoding, CancellationToken cancellationToken)
    {
        var head = new byte[BlockBytes];
        var read = await stream.ReadAtLeastAsync(head, BlockBytes, throwOnEndOfStream: false, cancellationToken);
        var text = encoding.Lenient.GetString(head.AsSpan(0, read));
        return text.Contains('\n', StringComparison.Ordinal) || !text.Contains('\r', StringComparison.Ordinal) ? '\n' : '\r';
    }
}
