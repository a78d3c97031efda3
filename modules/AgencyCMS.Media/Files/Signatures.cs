namespace AgencyCMS.Media.Files;

/// <summary>Kinds that their first bytes tell. A check answers null when the content is of the kind.</summary>
internal static class Signatures
{
    private const int TailBytes = 65_557; // of a zip archive's end with the longest comment

    public static ContentFault? Png(Stream content) => Picture(content, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

    public static ContentFault? Jpeg(Stream content) => Picture(content, [0xFF, 0xD8, 0xFF]);

    public static ContentFault? Gif(Stream content) => Picture(content, "GIF87a"u8) is null ? null : Picture(content, "GIF89a"u8);

    public static ContentFault? Webp(Stream content)
    {
        Span<byte> head = stackalloc byte[12];
        return Read(content, head) && head[..4].SequenceEqual("RIFF"u8) && head[8..].SequenceEqual("WEBP"u8) && !EndsAsArchive(content) ? null : ContentFault.Other;
    }

    public static bool StartsWith(Stream content, ReadOnlySpan<byte> signature)
    {
        Span<byte> head = stackalloc byte[16];
        head = head[..signature.Length];
        return Read(content, head) && head.SequenceEqual(signature);
    }

    /// <summary>True when programs that unpack would take the file for an archive, whatever it begins with.</summary>
    public static bool EndsAsArchive(Stream content)
    {
        var tail = new byte[(int)Math.Min(content.Length, TailBytes)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        return tail.AsSpan().IndexOf("PK\u0005\u0006"u8) >= 0;
    }

    /// <summary>True for the first bytes of programs and of compound files, which no part of a document may have.</summary>
    public static bool IsProgram(ReadOnlySpan<byte> head) =>
        head.StartsWith("MZ"u8) || head.StartsWith("\u007FELF"u8) || head.StartsWith("#!"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    private static ContentFault? Picture(Stream content, ReadOnlySpan<byte> signature) => StartsWith(content, signature) && !EndsAsArchive(content) ? null : ContentFault.Other;

    private static bool Read(Stream content, Span<byte> head)
    {
        content.Position = 0;
        return content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length;
    }
}
