using AgencyCMS.Disclosure.Tests.Fixtures;
using static AgencyCMS.Disclosure.Tests.Fixtures.OfficeWorkbook;

namespace AgencyCMS.Disclosure.Tests.Import.Reading;

/// <summary>Workbooks in the shapes that offices give them.</summary>
internal static class OfficeWorkbooks
{
    private const string Notices = "a20_15_notices";
    private const double March5 = 45356; // 2024-03-05

    public static IReadOnlyDictionary<string, OfficeFile> All { get; } = new OfficeFile[]
    {
        TitleAbove(), HeadingOfTwoRows(), OrnateHeadings(), HiddenFirstSheet(), MergedEntries(), BuiltInFormats(), ChineseFormats(), MacDays(), Errors(), LineBreaks(), TwoColumnsForOneProperty(),
        SameColumnTwice(), TimesOfDay(), TextDates(), BlanksAround(), Formulas(), Numbers(), RichText(), HiddenRows(), HiddenColumns(), HeadingOnEveryPage(), ColumnWithoutHeading(),
        LongNumbers(), ErrorsAsTexts(), ColumnsOfNoWidth(), RowsOfNoHeight(), CellsWithoutAFace(),
    }.ToDictionary(file => file.Name);

    /// <summary>Two sheets with entries, both to be seen.</summary>
    public static byte[] TwoTables() => new OfficeWorkbook()
        .Sheet("一月", [[T("标题"), T("成文日期")], [T("甲"), T("2024-01-05")]])
        .Sheet("二月", [[T("标题"), T("成文日期")], [T("乙"), T("2024-02-05")]]).Write();

    /// <summary>A table below a preface of many rows.</summary>
    public static byte[] HeadingFarBelow() => new OfficeWorkbook()
        .Sheet("Sheet1", [.. Enumerable.Range(1, 30).Select(number => new[] { T($"填表说明第{number}条"), T("说明") }), [T("标题"), T("成文日期")], [T("far-below 通知"), T("2024-03-05")]]).Write();

    private static OfficeFile TitleAbove() => new("title-above.xlsx", new OfficeWorkbook().Sheet(
        "Sheet1",
        [[T("2024年政府信息公开目录")], [T("填报单位：财政局"), null, T("填报日期：2024年3月8日")], [T("标题"), T("文号"), T("成文日期")], [T("title-above 通知"), T("财发〔2024〕1号"), T("2024-03-05")]],
        merges: ["A1:C1"]).Write(), [$"title-above 通知 | 2024-03-05 | 财发〔2024〕1号 | {Notices}"]);

    private static OfficeFile HeadingOfTwoRows() => new("two-rows.xlsx", new OfficeWorkbook().Sheet(
        "Sheet1",
        [[T("标题"), T("日期"), null, T("文号")], [null, T("成文日期"), T("发布日期"), null], [T("two-rows 通知"), T("2024-03-05"), T("2024-03-08"), T("财发〔2024〕2号")]],
        merges: ["A1:A2", "B1:C1", "D1:D2"]).Write(), [$"two-rows 通知 | 2024-03-05 | 财发〔2024〕2号 | {Notices}"]);

    private static OfficeFile OrnateHeadings() => new("ornate.xlsx", new OfficeWorkbook().Sheet(
        "Sheet1",
        [[T("*标 题"), T("文  号："), T("成文\n日期（如2024-01-01）")], [T("ornate 通知"), T("财发〔2024〕3号"), T("2024-03-05")]]).Write(), [$"ornate 通知 | 2024-03-05 | 财发〔2024〕3号 | {Notices}"]);

    private static OfficeFile HiddenFirstSheet() => new("hidden-sheet.xlsx", new OfficeWorkbook()
        .Sheet("内部", [[T("标题"), T("成文日期")], [T("hidden-sheet 内部"), T("2024-03-05")]], "state=\"hidden\"")
        .Sheet("字典", [[T("标题"), T("成文日期")], [T("hidden-sheet 更内部"), T("2024-03-05")]], "state=\"veryHidden\"")
        .Sheet("公开", [[T("标题"), T("成文日期")], [T("hidden-sheet 公开"), T("2024-03-05")]])
        .Sheet("填表说明", [[T("一、标题必填"), T("二、日期必填")]]).Write(), [$"hidden-sheet 公开 | 2024-03-05 |  | {Notices}"]);

    private static OfficeFile MergedEntries() => new("merged.xlsx", new OfficeWorkbook().Sheet(
        "Sheet1",
        [[T("栏目"), T("标题"), T("成文日期")], [T("a20_15_open_affairs"), T("merged 一"), N(March5, 1)], [null, T("merged 二"), null], [null, T("merged 三"), N(March5 + 1, 1)], [T(Notices), T("merged 四"), N(March5, 1)]],
        merges: ["A2:A4", "C2:C3"]).WithFormat(14).Write(),
        ["merged 一 | 2024-03-05 |  | a20_15_open_affairs", "merged 三 | 2024-03-06 |  | a20_15_open_affairs", "merged 二 | 2024-03-05 |  | a20_15_open_affairs", $"merged 四 | 2024-03-05 |  | {Notices}"]);

    private static OfficeFile BuiltInFormats()
    {
        var book = new OfficeWorkbook();
        int[] formats = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];
        return new(
            "built-in.xlsx",
            book.Sheet("Sheet1", [[T("标题"), T("成文日期")], .. formats.Select(format => new[] { T($"built-in {format}"), N(March5, book.Format(format)) })]).Write(),
            [.. formats.Select(format => $"built-in {format} | 2024-03-05 |  | {Notices}")]);
    }

    private static OfficeFile ChineseFormats()
    {
        var book = new OfficeWorkbook();
        string[] formats = ["yyyy\"年\"m\"月\"d\"日\";@", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "yyyy/m/d;@", "yyyy\\-mm\\-dd", "[$-409]d\\-mmm\\-yy;@", "yyyy年m月d日"];
        return new(
            "chinese-formats.xlsx",
            book.Sheet("Sheet1", [[T("标题"), T("成文日期")], .. formats.Index().Select(format => new[] { T($"chinese-formats {format.Index}"), N(March5, book.Format(format.Item)) })]).Write(),
            [.. formats.Index().Select(format => $"chinese-formats {format.Index} | 2024-03-05 |  | {Notices}")]);
    }

    private static OfficeFile MacDays() => new("mac-days.xlsx", new OfficeWorkbook { Is1904 = true }.WithFormat(14).Sheet(
        "Sheet1", [[T("标题"), T("成文日期")], [T("mac-days 通知"), N(March5 - 1462, 1)]]).Write(), [$"mac-days 通知 | 2024-03-05 |  | {Notices}"]);

    private static OfficeFile Errors() => new("errors.xlsx", new OfficeWorkbook().Sheet(
        "Sheet1",
        [[T("标题"), T("成文日期"), T("文号"), T("备注")], [T("errors 无号"), T("2024-03-05"), E("#N/A"), null], [T("errors 有号"), T("2024-03-05"), T("财发〔2024〕9号"), E("#REF!")]]).Write(),
        [$"errors 有号 | 2024-03-05 | 财发〔2024〕9号 | {Notices}"], (2, "The cell C2 holds the error #N/A."));

    private static OfficeFile LineBreaks() => new("line-breaks.xlsx", new OfficeWorkbook().Sheet(
        "Sheet1",
        [[T("标题"), T("成文日期"), T("正文")], [T("line-breaks 关于开展\n检查的通知"), T("2024-03-05"), T("第一段。\n\n第二段 & 末段。")], [T("line-breaks <b>"), T("2024-03-05"), T("<p>甲</p>\n<p>乙</p>")]]).Write(),
        [$"line-breaks <b> | 2024-03-05 |  | {Notices} | <p>甲</p>\n<p>乙</p>", $"line-breaks 关于开展检查的通知 | 2024-03-05 |  | {Notices} | <p>第一段。</p><p>第二段 &amp; 末段。</p>"]);

    private static OfficeFile TwoColumnsForOneProperty() => new("two-columns.xlsx", new OfficeWorkbook().Sheet(
        "Sheet1",
        [[T("标题"), T("名称"), T("成文日期")], [T("two-columns 甲"), T("two-columns 乙"), T("2024-03-05")], [T("two-columns 同"), T("two-columns 同"), T("2024-03-05")], [null, T("two-columns 单"), T("2024-03-05")]]).Write(),
        [$"two-columns 单 | 2024-03-05 |  | {Notices}", $"two-columns 同 | 2024-03-05 |  | {Notices}"], (2, "The columns “标题” and “名称” mean the same and differ."));

    private static OfficeFile SameColumnTwice() => new("same-twice.xlsx", new OfficeWorkbook().Sheet(
        "Sheet1", [[T("标题"), T("标题"), T("成文日期")], [T("same-twice 甲"), T("same-twice 乙"), T("2024-03-05")]]).Write(), [], (2, "The columns “标题” and “标题 (2)” mean the same and differ."));

    private static OfficeFile TimesOfDay() => new("times.xlsx", new OfficeWorkbook().WithFormat(22).Sheet(
        "Sheet1",
        [[T("标题"), T("成文日期")], [T("times 1"), N(March5 + 0.4375, 1)], [T("times 2"), T("2024-03-05 10:30:00.0")], [T("times 3"), T("2024/3/5 上午10:30")], [T("times 4"), T("2024年3月5日 15时30分")], [T("times 5"), T("2024-03-05T10:30:00")], [T("times 6"), T("2024-03-05 晚上12:30")], [T("times 7"), T("2024-03-05 上午12:30")]]).Write(),
        [.. Enumerable.Range(1, 5).Select(number => $"times {number} | 2024-03-05 |  | {Notices}")],
        [.. new[] { 7, 8 }.Select(line => (line, "is not a date"))]);

    private static OfficeFile TextDates()
    {
        string[] dates = ["2024年3月5日", "二〇二四年三月五日", "二○二四年三月五日", "２０２４年３月５日", "2024.3.5", "2024 年 3 月 5 日", "2024年3月5日（星期二）", "20240305", "2024年03月05号"];
        return new(
            "text-dates.xlsx",
            new OfficeWorkbook().Sheet("Sheet1", [[T("标题"), T("成文日期")], .. dates.Index().Select(date => new[] { T($"text-dates {date.Index}"), T(date.Item) }), [T("text-dates 无日"), T("2024年3月")]]).Write(),
            [.. dates.Index().Select(date => $"text-dates {date.Index} | 2024-03-05 |  | {Notices}")],
            (dates.Length + 2, "“2024年3月” is not a date"));
    }

    private static OfficeFile BlanksAround() => new("blanks.xlsx", new OfficeWorkbook().Sheet(
        "Sheet1",
        [[T("标题 "), T("　成文日期"), T("文号")], null, [T(" "), T("　"), T("\u00A0")], [T("　blanks 通知 \u00A0\u200B"), T(" 2024-03-05　"), T(" 财发〔2024〕5号 ")], null, null]).Write(),
        [$"blanks 通知 | 2024-03-05 | 财发〔2024〕5号 | {Notices}"]);

    private static OfficeFile Formulas() => new("formulas.xlsx", new OfficeWorkbook().Sheet(
        "Sheet1", [[T("标题"), T("成文日期"), T("文号")], [F("formulas 有值"), T("2024-03-05"), F("财发〔2024〕6号")], [T("formulas 无值"), T("2024-03-05"), F(null)]]).Write(),
        [$"formulas 有值 | 2024-03-05 | 财发〔2024〕6号 | {Notices}"], (3, "The cell C3 holds a formula whose value was not saved."));

    private static OfficeFile Numbers()
    {
        var book = new OfficeWorkbook();
        return new(
            "numbers.xlsx",
            book.Sheet("Sheet1", [[T("标题"), T("成文日期"), T("文号")], [T("numbers 文本"), T("20240305"), T("007")], [T("numbers 数值"), N(20240305), N(20240001)], [T("numbers 格式"), T("2024-03-05"), N(12, book.Format("\"财教〔2024〕\"0\"号\""))], [T("numbers 补零"), T("2024-03-05"), N(7, book.Format("000"))], [T("numbers 小数"), T("2024-03-05"), N(0.1 + 0.2)]]).Write(),
            [$"numbers 小数 | 2024-03-05 | 0.3 | {Notices}", $"numbers 数值 | 2024-03-05 | 20240001 | {Notices}", $"numbers 文本 | 2024-03-05 | 007 | {Notices}", $"numbers 格式 | 2024-03-05 | 财教〔2024〕12号 | {Notices}", $"numbers 补零 | 2024-03-05 | 007 | {Notices}"]);
    }

    private static OfficeFile RichText()
    {
        var book = new OfficeWorkbook();
        return new(
            "rich-text.xlsx",
            book.Sheet("Sheet1", [[T("标题"), T("成文日期"), T("文号")], [book.Shared("<t>rich-text _x005F_x 通知</t>"), T("2024-03-05"), book.Shared("<r><t>财发</t></r><r><rPr><b/></rPr><t>〔2024〕8号</t></r><rPh sb=\"0\" eb=\"2\"><t>caifa</t></rPh>")]]).Write(),
            [$"rich-text _x 通知 | 2024-03-05 | 财发〔2024〕8号 | {Notices}"]);
    }

    private static OfficeFile HiddenRows() => new("hidden-rows.xlsx", new OfficeWorkbook().Sheet(
        "Sheet1", [[T("标题"), T("成文日期")], [T("hidden-rows 内部"), T("2024-03-05")], [T("hidden-rows 公开"), T("2024-03-05")]], hiddenRows: [2]).Write(),
        [$"hidden-rows 公开 | 2024-03-05 |  | {Notices}"], (2, "The row is hidden in the workbook."));

    private static OfficeFile HiddenColumns() => new("hidden-columns.xlsx", new OfficeWorkbook().Sheet(
        "Sheet1", [[T("标题"), T("成文日期"), T("正文")], [T("hidden-columns 甲"), T("2024-03-05"), T("内部意见")], [T("hidden-columns 乙"), T("2024-03-05"), null]], columns: "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>").Write(),
        [$"hidden-columns 乙 | 2024-03-05 |  | {Notices}"], (2, "The column C is hidden in the workbook."));

    private static OfficeFile HeadingOnEveryPage() => new("every-page.xlsx", new OfficeWorkbook().Sheet(
        "Sheet1", [[T("标题"), T("成文日期")], [T("every-page 一"), T("2024-03-05")], [T("标题"), T("成文日期")], [T("every-page 二"), T("2024-03-05")]]).Write(),
        [$"every-page 一 | 2024-03-05 |  | {Notices}", $"every-page 二 | 2024-03-05 |  | {Notices}"]);

    private static OfficeFile ColumnWithoutHeading() => new("no-heading.xlsx", new OfficeWorkbook().Sheet(
        "Sheet1", [[T("标题"), null, T("成文日期")], [T("no-heading 通知"), T("甲"), T("2024-03-05")]]).Write(), [$"no-heading 通知 | 2024-03-05 |  | {Notices}"]);

    private static OfficeFile LongNumbers()
    {
        var book = new OfficeWorkbook();
        return new(
            "long-numbers.xlsx",
            book.Sheet("Sheet1", [[T("标题"), T("成文日期"), T("文号")], [T("long-numbers 十五位"), T("2024-03-05"), N(123456789012345)], [T("long-numbers 十八位"), T("2024-03-05"), N(320123199001011234)], [T("long-numbers 格式"), T("2024-03-05"), N(320123199001011234, book.Format("000000000000000000"))], [T("long-numbers 短写"), T("2024-03-05"), T("3.20123E+17")], [T("long-numbers 文本"), T("2024-03-05"), T("320123199001011234")]]).Write(),
            [$"long-numbers 十五位 | 2024-03-05 | 123456789012345 | {Notices}", $"long-numbers 文本 | 2024-03-05 | 320123199001011234 | {Notices}"],
            (3, "The cell C3 holds a number of more than 15 digits"),
            (4, "The cell C4 holds a number of more than 15 digits"),
            (5, "“文号” holds “3.20123E+17”"));
    }

    private static OfficeFile ErrorsAsTexts()
    {
        string[] errors = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "＃N/A", "########"];
        return new(
            "error-texts.xlsx",
            new OfficeWorkbook().Sheet("Sheet1", [[T("标题"), T("成文日期"), T("文号"), T("备注")], .. errors.Select((error, place) => new[] { T($"error-texts {place}"), T("2024-03-05"), place == 1 ? F(error) : T(error), null }), [T("error-texts #N/A 的说明"), T("2024-03-05"), null, T("#N/A")]]).Write(),
            [$"error-texts #N/A 的说明 | 2024-03-05 |  | {Notices}"],
            [.. errors.Select((error, place) => (place + 2, $"“文号” holds the error {error}"))]);
    }

    private static OfficeFile ColumnsOfNoWidth() => new("no-width.xlsx", new OfficeWorkbook().Sheet(
        "Sheet1", [[T("标题"), T("成文日期"), T("正文")], [T("no-width 甲"), T("2024-03-05"), T("内部意见")], [T("no-width 乙"), T("2024-03-05"), null]], columns: "<cols><col min=\"3\" max=\"3\" width=\"0\" customWidth=\"1\"/></cols>").Write(),
        [$"no-width 乙 | 2024-03-05 |  | {Notices}"], (2, "The column C is hidden in the workbook."));

    private static OfficeFile RowsOfNoHeight() => new("no-height.xlsx", new OfficeWorkbook().Sheet(
        "Sheet1", [[T("标题"), T("成文日期")], [T("no-height 内部"), T("2024-03-05")], [T("no-height 公开"), T("2024-03-05")]], flatRows: [2]).Write(),
        [$"no-height 公开 | 2024-03-05 |  | {Notices}"], (2, "The row is hidden in the workbook."));

    private static OfficeFile CellsWithoutAFace()
    {
        var book = new OfficeWorkbook();
        var unseen = book.Format(";;;");
        var blank = book.Format("\"\";[White]\" \";\"\";\\ ");
        return new(
            "no-face.xlsx",
            book.Sheet("Sheet1", [[T("标题"), T("成文日期"), T("文号")], [T("no-face 甲"), T("2024-03-05"), N(7, unseen)], [T("no-face 乙"), T("2024-03-05"), T("内部").Insert(2, $" s=\"{unseen}\"")], [T("no-face 丙"), T("2024-03-05"), N(8)], [T("no-face 丁"), T("2024-03-05"), N(9, blank)]]).Write(),
            [$"no-face 丙 | 2024-03-05 | 8 | {Notices}"], (2, "The cell C2 has a format that shows nothing of it."), (3, "The cell C3 has a format that shows nothing of it."), (5, "The cell C5 has a format that shows nothing of it."));
    }

    private static OfficeWorkbook WithFormat(this OfficeWorkbook book, int builtIn)
    {
        book.Format(builtIn);
        return book;
    }
}
