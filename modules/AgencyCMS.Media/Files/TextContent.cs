using System.Text;
using System.Text.RegularExpressions;

namespace AgencyCMS.Media.Files;

/// <summary>Plain text: no bytes that text does not have, and nothing at its beginning that a browser could take for a page.</summary>
internal static partial class TextContent
{
    private const int BlockBytes = 64 * 1024;
    private const int HeadBytes = 2048;

    public static string? Check(Stream content)
    {
        content.Position = 0;
        var buffer = new byte[BlockBytes];
        var isHead = true;
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            var block = buffer.AsSpan(0, read);
            if (isHead && (IsUtf16(block) || LooksLikePage().IsMatch(Encoding.Latin1.GetString(block[..Math.Min(read, HeadBytes)]))))
            {
                return FileKind.Other;
            }
            isHead = false;
            if (block.ContainsAnyInRange((byte)0, (byte)8) || block.ContainsAnyInRange((byte)14, (byte)26) || block.ContainsAnyInRange((byte)28, (byte)31))
            {
                return FileKind.Other;
            }
        }
        return null;
    }

    private static bool IsUtf16(ReadOnlySpan<byte> block) => block.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || block.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    [GeneratedRegex(@"<(?:!doctype|\?xml|html|head|body|script|svg|iframe|math|object|embed|link|meta|style)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikePage();
}
