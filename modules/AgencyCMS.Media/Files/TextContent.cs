using System.Text;
using System.Text.RegularExpressions;

namespace AgencyCMS.Media.Files;

/// <summary>Plain text: no bytes that text does not have, and nothing that a browser or an office program could take for more.</summary>
internal static partial class TextContent
{
    private const int BlockBytes = 64 * 1024;
    private const int OverlapBytes = 1024;

    public static ContentFault? Check(Stream content) => Check(content, _ => false);

    /// <summary>A table in which no cell is a formula that starts another program.</summary>
    public static ContentFault? CheckTable(Stream content) => Check(content, text => StartsProgram().IsMatch(text));

    private static ContentFault? Check(Stream content, Func<string, bool> isHarmful)
    {
        content.Position = 0;
        var buffer = new byte[BlockBytes + OverlapBytes];
        var (kept, isHead) = (0, true);
        int read;
        while ((read = content.Read(buffer, kept, BlockBytes)) > 0)
        {
            var block = buffer.AsSpan(0, kept + read);
            var text = Encoding.Latin1.GetString(block);
            if ((isHead && (IsUtf16(block) || IsOtherFormat().IsMatch(text))) || LooksLikePage().IsMatch(text) || HasControls(block))
            {
                return ContentFault.Other;
            }
            if (isHarmful(text))
            {
                return ContentFault.Program("DDE");
            }
            isHead = false;
            kept = Math.Min(OverlapBytes, block.Length);
            block[^kept..].CopyTo(buffer);
        }
        return null;
    }

    private static bool HasControls(ReadOnlySpan<byte> block) => block.ContainsAnyInRange((byte)0, (byte)8) || block.ContainsAnyInRange((byte)14, (byte)26) || block.ContainsAnyInRange((byte)28, (byte)31);

    private static bool IsUtf16(ReadOnlySpan<byte> block) => block.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || block.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    [GeneratedRegex(@"<(?:!doctype|\?xml|\?php|html|head|body|script|svg|iframe|math|object|embed|link|meta|style)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikePage();

    // Rich text, scripts, and the beginning of other files; among them that of symbolic links, which spreadsheets know by it, whatever the file is called.
    [GeneratedRegex(@"\A[\s\u00EF\u00BB\u00BF]*(?:\{\\rtf|%PDF-|#!|MZ|PK\x03\x04|MIME-Version:|Content-Type:|ID;[\s\S]*?[\r\n](?:[CFBOP];|E(?:[\r\n]|\z)))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsOtherFormat();

    // Wherever it stands: cells may be quoted, and a table may say itself what parts them.
    [GeneratedRegex(@"[A-Za-z0-9_.]\|\s*(?:'[^'\r\n]{0,500}'|[^\s!,;'""|\r\n]{1,200})!|(?:[=+\-@]\s*(?:_xlfn\.)?(?:DDE|WEBSERVICE|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC)\s*|[(,;*/&<>^:]\s*(?:_xlfn\.)?(?:DDE|WEBSERVICE|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC))\(|=\s*'?\\\\", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StartsProgram();
}
