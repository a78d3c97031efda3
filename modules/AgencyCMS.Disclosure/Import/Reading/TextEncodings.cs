using System.Text;

namespace AgencyCMS.Disclosure.Import.Reading;

/// <summary>Finds out how a text file was written: UTF-8 (or what its byte order mark says), else GB 18030, which Chinese Excel writes.</summary>
internal static class TextEncodings
{
    private const int BlockBytes = 64 * 1024;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>GB 18030, of which GBK and GB 2312 are parts.</summary>
    public static Encoding Chinese { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!; // it is built in

    /// <summary>Opens a text file for reading from its beginning; the caller disposes of it.</summary>
    public static async Task<StreamReader> OpenAsync(string path, CancellationToken cancellationToken) =>
        new(path, await DetectAsync(path, cancellationToken), detectEncodingFromByteOrderMarks: true, BlockBytes);

    // The whole file is looked at: a file that is ASCII for a megabyte may have its first Chinese character behind it.
    private static async Task<Encoding> DetectAsync(string path, CancellationToken cancellationToken)
    {
        var decoder = StrictUtf8.GetDecoder();
        var bytes = new byte[BlockBytes];
        var text = new char[StrictUtf8.GetMaxCharCount(BlockBytes)];
        await using var stream = File.OpenRead(path);
        var isFirst = true;
        int read;
        do
        {
            read = await stream.ReadAsync(bytes, cancellationToken);
            if (isFirst && (bytes.AsSpan(0, read).StartsWith(Encoding.Unicode.Preamble) || bytes.AsSpan(0, read).StartsWith(Encoding.BigEndianUnicode.Preamble)))
            {
                return StrictUtf8; // the reader follows the mark
            }
            isFirst = false;
            try
            {
                decoder.GetChars(bytes.AsSpan(0, read), text, flush: read == 0);
            }
            catch (DecoderFallbackException)
            {
                return Chinese;
            }
        }
        while (read > 0);
        return StrictUtf8;
    }
}
