using System.Text;

namespace AgencyCMS.Disclosure.Tests.Import.Reading;

/// <summary>Text files in the shapes that offices and programs give them, sound and damaged.</summary>
internal static class OfficeTexts
{
    private const string Notices = "a20_15_notices";
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static IReadOnlyDictionary<string, OfficeFile> All { get; } = new[]
    {
        Sound("gbk-title-above.csv", Chinese.GetBytes("2024年政府信息公开目录,,\r\n填报单位：财政局,,\r\n*标题,成文日期,文号\r\ngbk-title-above 通知,二〇二四年三月五日,财发〔2024〕1号\r\n,,\r\n"), "财发〔2024〕1号"),
        Sound("gb18030-mark.csv", [0x84, 0x31, 0x95, 0x33, .. Chinese.GetBytes("标题,成文日期\ngb18030-mark 通知,2024-03-05\n")]),
        Sound("utf8-mark.csv", [0xEF, 0xBB, 0xBF, .. Utf8("标题,成文日期\nutf8-mark 通知,2024年3月5日\n")]),
        Sound("utf16-tabs.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("标题\t成文日期\r\nutf16-tabs 通知\t2024/3/5\r\n")]),
        Sound("utf16-big.csv", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("标题,成文日期\nutf16-big 通知,2024-03-05")]),
        Sound("utf16-unmarked.csv", Encoding.Unicode.GetBytes("标题,成文日期\r\nutf16-unmarked 通知,2024-03-05\r\n")),
        Sound("utf16-big-unmarked.csv", Encoding.BigEndianUnicode.GetBytes("标题,成文日期\nutf16-big-unmarked 通知,2024-03-05\n")),
        Sound("semicolons.csv", Utf8("目录（财政局，2024年，第1版，内部）\n标题;成文日期\nsemicolons 通知;2024-03-05 10:30\n")),
        Sound("said-separator.csv", Utf8("sep=;\n标题;成文日期\nsaid-separator 通知;2024-03-05\n")),
        Sound("mac-lines.csv", Utf8("标题,成文日期\rmac-lines 通知,２０２４-０３-０５\r")),
        Sound("quotes.csv", Utf8("\"标题\",\"成文日期\"\n\"quotes 通知\" ,\"2024-03-05\"\n")),
        Sound("mark.jsonl", [0xEF, 0xBB, 0xBF, .. Utf8("""{"title":"mark 通知","formedOn":"2024-03-05"}""")]),
        Damaged("cut-byte.csv", [.. Utf8("标题,成文日期\ncut-byte 前,2024-03-05\ncut-byte 关于"), 0xE6, 0x94, .. Utf8("通知,2024-03-05\ncut-byte 后,2024-03-05\n")], 3, "Byte 16 of the line (byte 60 of the file) is damaged: it is no text in UTF-8."),
        Damaged("cut-byte.jsonl", [.. Utf8("{\"title\":\"cut-byte.jsonl 前\",\"formedOn\":\"2024-03-05\"}\n{\"title\":\"cut-byte.jsonl "), 0xE6, .. Utf8("\",\"formedOn\":\"2024-03-05\"}\n{\"title\":\"cut-byte.jsonl 后\",\"formedOn\":\"2024-03-05\"}\n")], 2, "Byte 26 of the line (byte 81 of the file)"),
        Damaged("gbk-cut-byte.csv", [.. Chinese.GetBytes("标题,成文日期\ngbk-cut-byte 前,2024-03-05\ngbk-cut-byte 关"), 0xB5, .. Chinese.GetBytes(",2024-03-05\ngbk-cut-byte 后,2024-03-05\n")], 3, "is no text in GB 18030"),
        Damaged("open-quote.csv", Utf8("标题,成文日期,正文\nopen-quote 前,2024-03-05,\nopen-quote 坏,2024-03-05,\"没有配对\nopen-quote 后,2024-03-05,\n"), 3, "A quotation mark in the line is not closed."),
        Damaged("open-quote-then-quoted.csv", Utf8("标题,成文日期,正文\nopen-quote-then-quoted 前,2024-03-05,\nopen-quote-then-quoted 坏,2024-03-05,\"没有配对\nopen-quote-then-quoted 后,\"2024-03-05\",\n"), 3, "A quotation mark in the line is not closed."),
        Damaged("nul.csv", Utf8("标题,成文日期\nnul 前,2024-03-05\nnul\0坏,2024-03-05\nnul 后,2024-03-05\n"), 3, "“标题” holds the character U+0000"),
        Damaged("fffe.csv", Utf8("标题,成文日期\nfffe 前,2024-03-05\nfffe\uFFFE坏,2024-03-05\nfffe 后,2024-03-05\n"), 3, "“标题” holds the character U+FFFE"),
        Damaged("control.csv", Utf8("标题,成文日期\ncontrol 前,2024-03-05\ncontrol\u000B坏,2024-03-05\ncontrol 后,2024-03-05\n"), 3, "“标题” holds the character U+000B"),
        Damaged("surrogate.jsonl", Utf8("{\"title\":\"surrogate 前\",\"formedOn\":\"2024-03-05\"}\n{\"title\":\"surrogate \\ud842\",\"formedOn\":\"2024-03-05\"}\n{\"title\":\"surrogate 后\",\"formedOn\":\"2024-03-05\"}\n"), 2, "The line is not JSON"),
        Damaged("surrogate-name.jsonl", Utf8("{\"title\":\"surrogate-name 前\",\"formedOn\":\"2024-03-05\"}\n{\"title\":\"surrogate-name\",\"\\udc00\":1}\n{\"title\":\"surrogate-name 后\",\"formedOn\":\"2024-03-05\"}\n"), 2, "The line is not JSON"),
        Damaged("nul.jsonl", Utf8("{\"title\":\"nul.jsonl 前\",\"formedOn\":\"2024-03-05\"}\n{\"title\":\"nul.jsonl 坏\",\"formedOn\":\"2024-03-05\",\"paragraphs\":[\"a\\u0000b\"]}\n{\"title\":\"nul.jsonl 后\",\"formedOn\":\"2024-03-05\"}\n"), 2, "“paragraphs” holds the character U+0000"),
        Damaged("doubled.jsonl", Utf8("{\"title\":\"doubled 前\",\"formedOn\":\"2024-03-05\"}\n{\"title\":\"doubled 甲\",\"title\":\"doubled 乙\"}\n{\"title\":\"doubled 后\",\"formedOn\":\"2024-03-05\"}\n"), 2, "The line is not JSON"),
    }.ToDictionary(file => file.Name);

    private static OfficeFile Sound(string name, byte[] content, string number = "") => new(name, content, [$"{Id(name)} 通知 | 2024-03-05 | {number} | {Notices}"]);

    // The lines before and behind the damaged one are published.
    private static OfficeFile Damaged(string name, byte[] content, int line, string reason) =>
        new(name, content, [$"{Id(name)} 前 | 2024-03-05 |  | {Notices}", $"{Id(name)} 后 | 2024-03-05 |  | {Notices}"], (line, reason));

    private static string Id(string name) => name.EndsWith(".csv", StringComparison.Ordinal) || name is "mark.jsonl" || name.StartsWith("surrogate", StringComparison.Ordinal) || name.StartsWith("doubled", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(name) : name;

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
