using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace AgencyCMS.Media.Files.Documents.Pdf;

/// <summary>
/// PDF documents without scripts, without the starting of programs and without files in them. Such actions are names in the file's objects. What a program takes
/// for an object its own list says, which may point anywhere; so every place is looked at where one could begin, be it in a stream or in a remark. What is
/// printed, and what stands in texts, is not.
/// </summary>
internal static class PdfContent
{
    private const int MaxBytes = 256 * 1024 * 1024;
    private const int MaxUnpackedBytes = 256 * 1024 * 1024;
    private const int MaxReadings = 8;
    private const int BlockBytes = 64 * 1024;
    private const int LineBytes = 256;

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
        var room = new Room { Bytes = (MaxReadings * (long)file.Length) + BlockBytes, UnpackedBytes = MaxUnpackedBytes };
        return Judge(file, "obj"u8, BeginsObject, isBare: false, room) ?? Judge(file, "trailer"u8, BeginsTrailer, isBare: true, room);
    }

    private static ContentFault? Judge(ReadOnlyMemory<byte> file, ReadOnlySpan<byte> keyword, Func<ReadOnlyMemory<byte>, int, bool> begins, bool isBare, Room room)
    {
        int found;
        for (var from = 0; (found = file.Span[from..].IndexOf(keyword)) >= 0; from += found + keyword.Length)
        {
            var at = from + found;
            var start = at + keyword.Length;
            if (!begins(file, at) || (start < file.Length && PdfLexer.IsRegular(file.Span[start])))
            {
                continue;
            }
            var read = PdfObject.Read(file.Span, start, isBare);
            if ((room.Bytes -= read.End - start) < 0)
            {
                return ContentFault.TooMuch;
            }
            if ((read.Harm is { } harm ? ContentFault.Program(harm) : read.HoldsObjects ? JudgePacked(file, read, room) : null) is { } fault)
            {
                return fault;
            }
        }
        return null;
    }

    // Its number stands before the word; between them may be remarks.
    private static bool BeginsObject(ReadOnlyMemory<byte> file, int at)
    {
        var before = file.Span[Math.Max(0, at - LineBytes)..at];
        var last = before.Length - 1;
        while (last >= 0 && PdfLexer.IsBlank(before[last]))
        {
            last--;
        }
        if (last < 0 || char.IsAsciiDigit((char)before[last]))
        {
            return true;
        }
        var line = before[..last].LastIndexOfAny((byte)'\r', (byte)'\n') + 1;
        return last < before.Length - 1 && before[line..(last + 1)].Contains((byte)'%');
    }

    private static bool BeginsTrailer(ReadOnlyMemory<byte> file, int at) => new PdfLexer(file.Span, at + "trailer".Length).Next() == PdfTokenKind.Open;

    private static ContentFault? JudgePacked(ReadOnlyMemory<byte> file, PdfObject stream, Room room)
    {
        // A stream ends where its packing ends: a word in it that says so may be a part of it.
        var content = file[stream.Stream!.Value..]; // it holds objects, so it has one
        if (!stream.IsReadable || stream.First is not { } first || stream.Count is not { } count || (stream.IsPacked ? Unpack(content, room) : content) is not { } objects || first > objects.Length)
        {
            return ContentFault.Protected;
        }
        // Programs read as many pairs as there are objects, wherever the first of them is said to begin.
        var list = new PdfLexer(objects.Span[..first], 0);
        for (var i = 0; i < count; i++)
        {
            if (list.Next() != PdfTokenKind.Word || list.Next() != PdfTokenKind.Word)
            {
                return ContentFault.Protected;
            }
            if (!int.TryParse(list.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) || offset > objects.Length - first)
            {
                return ContentFault.Protected;
            }
            var read = PdfObject.Read(objects.Span, first + offset, isBare: true);
            if (read.Harm is { } harm)
            {
                return ContentFault.Program(harm);
            }
            if ((room.Bytes -= read.End - first - offset) < 0)
            {
                return ContentFault.TooMuch;
            }
        }
        return list.Next() == PdfTokenKind.Ended ? null : ContentFault.Protected;
    }

    /// <returns>Null when it cannot be unpacked: it is protected, packed in an unusual way, or too large.</returns>
    private static ReadOnlyMemory<byte>? Unpack(ReadOnlyMemory<byte> content, Room room)
    {
        using var packed = MemoryMarshal.TryGetArray(content, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(content.ToArray()); // a segment that was got has an array
        using var target = new MemoryStream();
        try
        {
            using var inflater = new ZLibStream(packed, CompressionMode.Decompress);
            var buffer = new byte[BlockBytes];
            int read;
            while (target.Length <= room.UnpackedBytes && (read = inflater.Read(buffer)) > 0)
            {
                target.Write(buffer, 0, read);
            }
            room.UnpackedBytes -= target.Length;
            room.Bytes += MaxReadings * target.Length;
            return room.UnpackedBytes < 0 ? null : target.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>What may still be read, in bytes: places of a file can be made to be read again and again.</summary>
    private sealed class Room
    {
        public long Bytes { get; set; }

        public long UnpackedBytes { get; set; }
    }
}
