using System.Text.Json.Nodes;
using AgencyCMS.Disclosure.Import.Reading;

namespace AgencyCMS.Disclosure.Import;

/// <summary>
/// Columns that say who may read a line. An import publishes to everybody, so a line that says anything else must not be taken for one that says nothing.
/// </summary>
internal static class Restriction
{
    private static readonly HashSet<string> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        "audience", "disclosureMode", "scope", "公开范围", "公开方式", "公开属性", "公开形式", "公开类型", "是否公开", "公开对象", "密级", "查看范围", "可见范围",
    };

    private static readonly HashSet<string> Everybody = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "public", "proactive", "everybody", "true", "1", "公开", "主动公开", "全社会", "全社会公开", "面向社会", "面向全社会", "社会公众", "公众", "是", "非密", "无", "无密级",
    };

    public static bool Says(string column, JsonNode? value) => Columns.Contains(CellText.NameOf(column)) && !Everybody.Contains(value?.ToString().Trim() ?? "");
}
