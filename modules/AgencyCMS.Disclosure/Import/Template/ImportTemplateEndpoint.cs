using System.Text;
using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Mvc;
using MiniExcelLibs;

namespace AgencyCMS.Disclosure.Import.Template;

/// <summary>An empty table with all headings that an import understands, to be filled in.</summary>
[RequirePermission(DisclosurePermissions.ImportId)]
internal sealed class ImportTemplateEndpoint : Controller
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // The words of the pages that readers see. They hold for every language of the administration: a table travels.
    private static readonly string[] Headings = ["标题", "正文", "成文日期", "发布日期", "文号", "体裁分类", "主题分类", "目录栏目", "关键词", "内容概述", "附件", "编号"];

    [HttpGet("admin/import/template.csv", Name = DisclosureRoutes.ImportTemplateCsv)]
    public IActionResult Csv() =>
        File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join(',', Headings) + "\r\n")], "text/csv; charset=utf-8", "import-template.csv");

    [HttpGet("admin/import/template.xlsx", Name = DisclosureRoutes.ImportTemplateXlsx)]
    public async Task<IActionResult> Xlsx(CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        // The headings are the one row there is: a table without rows would be written without them.
        var row = Headings.ToDictionary(heading => heading, object (heading) => heading);
        await stream.SaveAsAsync(new[] { row }, printHeader: false, sheetName: "导入", cancellationToken: cancellationToken);
        return File(stream.ToArray(), Workbook, "import-template.xlsx");
    }
}
