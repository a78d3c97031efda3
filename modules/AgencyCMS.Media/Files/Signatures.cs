namespace AgencyCMS.Media.Files;

/// <summary>Kinds that their first bytes tell. A check answers null when the content is of the kind.</summary>
internal static class Signatures
{
    public static string? Pdf(Stream content) => StartsWith(content, "%PDF-"u8);

    public static string? Png(Stream content) => StartsWith(content, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

    public static string? Jpeg(Stream content) => StartsWith(content, [0xFF, 0xD8, 0xFF]);

    public static string? Gif(Stream content) => StartsWith(content, "GIF87a"u8) is null ? null : StartsWith(content, "GIF89a"u8);

    public static string? Webp(Stream content)
    {
        Span<byte> head = stackalloc byte[12];
        return Read(content, head) && head[..4].SequenceEqual("RIFF"u8) && head[8..].SequenceEqual("WEBP"u8) ? null : FileKind.Other;
    }

    public static string? StartsWith(Stream content, ReadOnlySpan<byte> signature)
    {
        Span<byte> head = stackalloc byte[16];
        head = head[..signature.Length];
        return Read(content, head) && head.SequenceEqual(signature) ? null : FileKind.Other;
    }

    private static bool Read(Stream content, Span<byte> head)
    {
        content.Position = 0;
        return content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length;
    }
}
