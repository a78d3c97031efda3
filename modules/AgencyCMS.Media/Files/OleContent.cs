using System.Text;

namespace AgencyCMS.Media.Files;

/// <summary>Documents of older Office programs: compound files whose directory names the stream that makes them what they are. Installers are compound files, too.</summary>
internal static class OleContent
{
    private const int BlockBytes = 64 * 1024;

    /// <param name="streams">Names of streams, one of which must be there.</param>
    public static Func<Stream, string?> With(params string[] streams)
    {
        // As the directory of a compound file writes a name: UTF-16, closed by a zero.
        var names = streams.Select(name => Encoding.Unicode.GetBytes(name + "\0")).ToArray();
        return content => Signatures.StartsWith(content, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) is { } other ? other : Holds(content, names) ? null : FileKind.Other;
    }

    private static bool Holds(Stream content, byte[][] names)
    {
        content.Position = 0;
        var overlap = names.Max(name => name.Length);
        var buffer = new byte[BlockBytes + overlap];
        var kept = 0;
        int read;
        while ((read = content.Read(buffer, kept, BlockBytes)) > 0)
        {
            var seen = buffer.AsSpan(0, kept + read);
            foreach (var name in names)
            {
                if (seen.IndexOf(name) >= 0)
                {
                    return true;
                }
            }
            kept = Math.Min(overlap, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }
        return false;
    }
}
