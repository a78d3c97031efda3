using System.Text;
using System.Text.Json.Nodes;
using AgencyCMS.Disclosure.Import.Reading;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Disclosure.Import;

/// <summary>
/// Columns that say who may read a line. An import publishes to everybody, so a line that says anything else must not be taken for one that says nothing.
/// Offices name such columns as they like, so that beside the usual names both a heading and a value may give one away.
/// </summary>
internal static class Restriction
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

    // Parts of headings beneath which somebody says who may read, or whether it is secret.
    private static readonly string[] Headings = ["公开", "密", "范围", "对象", "权限", "可见", "内部", "public", "audience", "access", "visib", "classif", "secre", "confiden", "disclos", "restrict"];

    private static readonly string[] Secrets = ["密", "内部", "secre", "confiden", "restrict"];

    private static readonly string[] Opens = ["公开", "可见", "public", "visib", "disclos"];

    // Beneath such a heading any of these closes, whatever stands around it.
    private static readonly string[] Closing =
        ["依申请", "不予", "不公开", "不宜公开", "不对外", "未公开", "非公开", "免予公开", "暂不", "暂缓", "内部", "内网", "秘密", "机密", "绝密", "涉密", "本单位", "本机关", "本局", "staff", "internal", "secret", "confidential", "restricted", "private", "on request", "on-request"];

    // Beneath any other only if nothing else stands there.
    private static readonly HashSet<string> ClosingAlone = new(StringComparer.OrdinalIgnoreCase)
    {
        "依申请公开", "依申请", "不予公开", "不公开", "不宜公开", "非公开", "免予公开", "暂不公开", "暂缓公开", "内部", "内部公开", "内部资料", "内部文件", "内网", "秘密", "机密", "绝密", "涉密",
        "仅限内部", "仅内部", "草稿", "draft", "internal", "secret", "top secret", "confidential", "restricted",
    };

    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "是", "有", "yes", "y", "true", "1" };

    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "否", "不", "no", "n", "false", "0" };

    /// <param name="column">Heading of the column.</param>
    /// <param name="value">What the line has there.</param>
    /// <param name="map">Whose words for known columns mean no restriction, unless the heading is plainly one.</param>
    public static bool Says(string column, JsonNode? value, ImportMap map)
    {
        var heading = CellText.NameOf(column);
        if (Columns.Contains(heading))
        {
            return !Texts(value).DefaultIfEmpty("").All(Everybody.Contains);
        }
        return !ImportMap.Understands(column) && Texts(value).Any(text => text.Length <= LongestWord && Closes(column, heading, text, map));
    }

    private static bool Closes(string column, string heading, string text, ImportMap map) => Has(heading, Headings)
        ? Has(text, Closing) || (Has(heading, Secrets) && Yes.Contains(text)) || (!Has(heading, Secrets) && Has(heading, Opens) && No.Contains(text))
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
}
