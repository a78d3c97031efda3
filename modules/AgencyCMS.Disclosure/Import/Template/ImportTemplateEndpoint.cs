using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tables;
using Microsoft.AspNetCore.Mvc;

namespace AgencyCMS.Disclosure.Import.Template;

/// <summary>An empty table with all headings that an import understands, to be filled in.</summary>
[RequirePermission(DisclosurePermissions.ImportId)]
internal sealed class ImportTemplateEndpoint : Controller
{
    // The words of the pages that readers see. They hold for every language of the administration: a table travels.
    private static readonly string[] Headings = ["标题", "正文", "成文日期", "发布日期", "文号", "体裁分类", "主题分类", "目录栏目", "关键词", "内容概述", "附件", "编号"];

    [HttpGet("admin/import/template.csv", Name = DisclosureRoutes.ImportTemplateCsv)]
    public async Task<IActionResult> Csv()
    {
        using var stream = new MemoryStream();
        await using (var table = new CsvTable(stream))
        {
            await table.AddAsync(Headings);
        }
        return File(stream.ToArray(), CsvTable.MediaType, "import-template.csv");
    }

    [HttpGet("admin/import/template.xlsx", Name = DisclosureRoutes.ImportTemplateXlsx)]
    public async Task<IActionResult> Xlsx(CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await WorkbookTable.WriteAsync(stream, "导入", [Headings], cancellationToken);
        return File(stream.ToArray(), WorkbookTable.MediaType, "import-template.xlsx");
    }
}
