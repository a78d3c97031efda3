using System.Globalization;
using System.Text;

namespace AgencyCMS.Disclosure.Import.Reading;

/// <summary>Knows texts whose characters are two or four bytes wide by the bytes with which they begin, also without a byte order mark.</summary>
internal static class WideText
{
    private const byte LastPlane = 0x10;

    /// <summary>True when nothing else can be meant: each fourth byte is empty, and the one beside it holds a plane.</summary>
    public static bool IsUtf32(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
        {
            return true;
        }
        var (isLittle, isBig) = (head.Length >= 8, head.Length >= 8);
        for (var i = 0; i + 3 < head.Length; i += 4)
        {
            isLittle &= head[i + 3] == 0 && head[i + 2] <= LastPlane;
            isBig &= head[i] == 0 && head[i + 1] <= LastPlane;
        }
        return isLittle || isBig;
    }

    /// <summary>True when the bytes are a text in UTF-16: each pair of them a character that there is, with line ends or separators among them.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> head, bool isBigEndian)
    {
        // Line ends and commas have an empty byte beside them. One byte that is empty by mistake makes no such text.
        var empty = head.Count((byte)0);
        if (empty < 2 || empty * 2 < head.Count((byte)'\n') + head.Count((byte)','))
        {
            return false;
        }
        var encoding = new UnicodeEncoding(isBigEndian, byteOrderMark: false, throwOnInvalidBytes: true);
        var text = new char[head.Length];
        int length;
        try
        {
            // The last character may go on behind these bytes.
            length = encoding.GetDecoder().GetChars(head, text, flush: false);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        return text.AsSpan(0, length).IndexOfAny("\r\n,;\t{") >= 0 && text.Take(length).All(IsText);
    }

    private static bool IsText(char sign) => char.GetUnicodeCategory(sign) switch
    {
        UnicodeCategory.Control => sign is '\r' or '\n' or '\t',
        UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse => false,
        _ => true,
    };
}
