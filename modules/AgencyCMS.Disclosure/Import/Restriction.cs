using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgencyCMS.Disclosure.Import.Reading;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Disclosure.Import;

/// <summary>
/// Columns that say who may read a line. An import publishes to everybody, so a line that says anything else must not be taken for one that says nothing.
/// Offices name such columns as they like, so that beside the usual names both a heading and a value may give one away.
/// </summary>
internal static partial class Restriction
{
    private const int LongestWord = 20; // more is a sentence about something

    private static readonly HashSet<string> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        "audience", "disclosureMode", "scope", "公开范围", "公开方式", "公开属性", "公开形式", "公开类型", "是否公开", "公开对象", "密级", "查看范围", "可见范围",
    };

    private static readonly HashSet<string> Everybody = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "public", "proactive", "everybody", "true", "1", "公开", "主动公开", "全社会", "全社会公开", "面向社会", "面向全社会", "社会公众", "公众", "是", "非密", "无", "无密级",
    };

    // The same beneath headings that nobody has agreed on.
    private static readonly HashSet<string> EverybodyInOtherWords = new(Everybody, StringComparer.OrdinalIgnoreCase)
    {
        "主动", "法定主动公开", "主动公开信息", "主动公开类", "向社会公开", "面向社会公开", "向社会公众公开", "对外公开", "社会公开", "全部公开", "全文公开", "完全公开", "公开发布", "已公开", "可公开", "可以公开", "应公开", "应当公开", "予以公开",
        "长期公开", "及时公开", "社会", "所有人", "全体公众", "社会各界", "不限", "网站", "门户网站", "政府网站", "政府门户网站", "互联网", "外网", "公网", "普通", "一般", "非涉密", "不涉密", "无密", "不保密", "公开级", "open", "all", "anyone", "everyone", "world",
        "yes", "y", "none", "unclassified", "unrestricted", "internet",
    };

    // How programs say that something has been published; other words of such a column are drafts, refusals, what was taken back.
    private static readonly HashSet<string> Published = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "已发布", "发布", "公开", "已公开", "发布成功", "已上线", "上线", "在线", "已签发", "签发", "已审核", "审核通过", "已通过", "通过", "终审通过", "已审批", "审批通过", "已审", "终审", "已归档", "归档", "正常", "启用", "显示", "有效", "现行有效", "继续有效",
        "部分失效", "部分有效", "已修改", "已修订", "失效", "已失效", "废止", "已废止", "published", "public", "live", "active", "approved", "archived", "online", "visible", "in force",
    };

    // Parts of headings beneath which somebody says who may read, or whether it is secret.
    private static readonly string[] Headings = ["公开", "密", "范围", "对象", "权限", "可见", "内部", "发布", "渠道", "平台", "public", "audience", "access", "visib", "classif", "secre", "confiden", "disclos", "restrict"];

    private static readonly string[] Secrets = ["密", "内部", "secre", "confiden", "restrict"];

    private static readonly string[] Opens = ["公开", "可见", "public", "visib", "disclos"];

    // Beneath such a heading any of these closes, whatever stands around it.
    private static readonly string[] Closing =
        ["依申请", "不予", "不公开", "不宜公开", "不对外", "未公开", "非公开", "免予公开", "免于公开", "申请公开", "部分公开", "不得公开", "不可公开", "禁止公开", "严禁公开", "无需公开", "限制公开", "不得外传", "暂不", "暂缓", "保密", "内控", "内部", "内网", "秘密", "机密", "绝密", "涉密", "本单位", "本机关", "本局", "staff", "internal", "secret", "confidential", "restricted", "private", "on request", "on-request"];

    // Beneath any other only if nothing else stands there.
    private static readonly HashSet<string> ClosingAlone = new(StringComparer.OrdinalIgnoreCase)
    {
        "依申请公开", "依申请", "不予公开", "不公开", "不宜公开", "非公开", "免予公开", "暂不公开", "暂缓公开", "内部", "内部公开", "内部资料", "内部文件", "内网", "秘密", "机密", "绝密", "涉密",
        "仅限内部", "仅内部", "内部掌握", "密件", "依申请公开类", "草稿", "draft", "internal", "secret", "top secret", "confidential", "restricted",
    };

    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "是", "有", "yes", "y", "true", "1" };

    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "否", "不", "不是", "未", "×", "x", "✗", "no", "n", "false", "0" };

    // Beneath the name of what is not public, a cell that says nothing says no, too.
    private static readonly HashSet<string> Nothing = new(No, StringComparer.OrdinalIgnoreCase) { "", "无", "没有", "-", "/", "—", "none" };

    // How an answer begins that says no, in whatever words.
    private static readonly string[] Refusing = ["不", "未", "否", "非", "禁", "退", "驳", "拒", "暂", "撤", "×", "✗"];

    /// <param name="column">Heading of the column.</param>
    /// <param name="value">What the line has there.</param>
    /// <param name="map">Whose words for known columns mean no restriction, unless the heading is plainly one. A column that somebody has left out closes nothing by words that nobody knows.</param>
    /// <returns>Why the line may not be for everybody; null when nothing says so.</returns>
    public static Problem? Find(string column, JsonNode? value, ImportMap map)
    {
        var heading = CellText.NameOf(column);
        if (Columns.Contains(heading))
        {
            return Texts(value).DefaultIfEmpty("").All(Everybody.Contains) ? null : ImportProblems.RestrictionNotImported(column);
        }
        if (ImportMap.Understands(column))
        {
            return null;
        }
        if (Texts(value).Any(text => text.Length <= LongestWord && Closes(column, heading, text, map)))
        {
            return ImportProblems.RestrictionNotImported(column);
        }
        return map.PropertyOf(column) is null && !map.LeavesOut(column) && Texts(value).FirstOrDefault(text => !IsClear(heading, text)) is { } unclear
            ? ImportProblems.ReadersNotClear(column, unclear)
            : null;
    }

    // Beneath a heading that asks who may read, or whether it is out yet, a word that nobody knows closes.
    private static bool IsClear(string heading, string text) =>
        AsksForReaders().IsMatch(heading) ? EverybodyInOtherWords.Contains(text) || (Has(heading, Secrets) && Nothing.Contains(text))
        : AsksForState().IsMatch(heading) ? Published.Contains(text)
        // Whatever stands beneath the name of what is not public, or is public no more, says that this is such a thing; beneath the name of a step towards readers a no does.
        : AsksForConsent().IsMatch(heading) ? EverybodyInOtherWords.Contains(text) || Published.Contains(text) || !(No.Contains(text) || Refusing.Any(word => text.StartsWith(word, StringComparison.Ordinal)))
        : !SaysNo().IsMatch(heading) || Nothing.Contains(text);

    private static bool Closes(string column, string heading, string text, ImportMap map) => Has(heading, Headings)
        ? Has(text, Closing) || (Has(heading, Secrets) && Yes.Contains(text)) || (!Has(heading, Secrets) && !SaysNo().IsMatch(heading) && Has(heading, Opens) && No.Contains(text))
        : ClosingAlone.Contains(text) && map.PropertyOf(column) is null && !map.LeavesOut(column);

    // A list or an object says what any of its texts says. Signs at the ends are no part of a word.
    private static IEnumerable<string> Texts(JsonNode? value) => value switch
    {
        JsonArray list => list.SelectMany(Texts),
        JsonObject group => group.SelectMany(said => Texts(said.Value)),
        _ => [Plain(value?.ToString() ?? "").Trim().Trim('.', '。', ';', '；', '、', '!', '(', ')', '"', '“', '”').Trim()],
    };

    private static string Plain(string text) => StorableText.IsStorable(text) ? text.Normalize(NormalizationForm.FormKC) : text;

    private static bool Has(string text, string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("公开.*(?:方式|属性|范围|对象|级别|等级|类型|类别|形式|程度|性质|与否|权限)|是否.*公开|公开.*(?:情况|选项)|受众|可见性|(?:面向|阅知|印发|发放|阅读|查看|可见|发布|传阅|知悉|知晓|浏览|访问|公布|开放).*(?:范围|对象|权限|级别)|密级|(?:保密|涉密|定密|秘密).*(?:级|等级|程度|期限|期)|是否.*密|audience|visib|classification|access.?(?:level|right|scope)|disclosure.?(?:mode|scope|type)|confidential|secrecy|restrict|is.?public", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsksForReaders();

    [GeneratedRegex(@"状态(?:名称)?\z|\A(?:publication|workflow|content|article|post|review)?.?(?:status|state)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsksForState();

    [GeneratedRegex(@"审查|审核|审批|审定|(?:是否|能否|可否).*(?:发布|上网|外网|显示|开放)|\A(?:主动公开|公开|开放|发布|上网|显示)\z|\A(?:is)?.?(?:published|publish|show|shown|visible|open|enabled|online)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsksForConsent();

    [GeneratedRegex(@"依申请|不予|不公开|非公开|免予|免于|\A(?:是否)?(?:内部|涉密|保密|密|草稿|待审|撤稿|撤回|下架|屏蔽|作废|回收站|删除)(?:标志|标识|标记)?\z|\A(?:is)?.?(?:deleted|draft|hidden|private|internal|secret|trash|trashed|archived)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SaysNo();
}
