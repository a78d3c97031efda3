using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyCMS.Disclosure.Import;
using AgencyCMS.Disclosure.Import.Reading;
using AgencyCMS.Testing.Files;

namespace AgencyCMS.Disclosure.Tests.Import;

public sealed class ImportLineTests
{
    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("2026年11月22日")]
    [InlineData("2026/11/22")]
    [InlineData("20261122")]
    public void Read_ADateAsOfficesWriteIt_IsThatDay(string text)
    {
        // Act
        var line = Read(new JsonObject { ["title"] = "通知", ["formedOn"] = text });

        // Assert
        Assert.Equal(new DateTime(2026, 11, 22), line.FormedOn);
    }

    [Fact]
    public void Read_ADateThatIsNone_IsRefusedByName()
    {
        // Act
        var line = Read(new JsonObject { ["title"] = "通知", ["formedOn"] = "去年" });

        // Assert
        Assert.Contains("去年", Assert.Single(line.Faults).ToEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ChineseHeadings_AreUnderstoodWithoutAMap()
    {
        // Act
        var line = Read(new JsonObject { ["标题"] = "关于放假的通知", ["文号"] = "澄财〔2026〕3号" });

        // Assert
        Assert.Equal(("关于放假的通知", "澄财〔2026〕3号"), (line.Title, line.DocumentNumber));
    }

    [Fact]
    public void Read_Paragraphs_BecomeEncodedHtml()
    {
        // Act
        var line = Read(new JsonObject { ["title"] = "通知", ["paragraphs"] = new JsonArray("一、<总则>", "二") });

        // Assert
        Assert.Equal("<p>一、&lt;总则&gt;</p><p>二</p>", line.Body);
    }

    [Theory]
    [InlineData("信息公开方式", "依申请公开")]
    [InlineData("信息公开属性（必填）", "依申请公开")]
    [InlineData("公开类别", "不予公开")]
    [InlineData("公开级别", "内部")]
    [InlineData("公开程度", "不公开")]
    [InlineData("是否主动公开", "否")]
    [InlineData("是否对外公开", "否")]
    [InlineData("保密级别", "秘密")]
    [InlineData("是否涉密", "是")]
    [InlineData("阅读范围", "本单位")]
    [InlineData("发布范围", "内网")]
    [InlineData("公开方式及时限", "不予公开")]
    [InlineData("备注", "机密")]
    [InlineData("属性", "依申请公开。")]
    [InlineData("状态", "草稿")]
    [InlineData("Is public", "no")]
    [InlineData("Access level", "Staff only")]
    public void Read_AColumnThatSaysItIsNotForEverybody_RefusesTheLine(string column, string value)
    {
        // Act
        var line = Read(new JsonObject { ["title"] = "通知", [column] = value });

        // Assert
        Assert.Equal("import.restriction-not-imported", Assert.Single(line.Faults).Code);
    }

    [Theory]
    [InlineData("信息公开属性", "申请公开", "import.restriction-not-imported")]
    [InlineData("信息公开属性", "免于公开", "import.restriction-not-imported")]
    [InlineData("信息公开属性", "仅本科室", "import.readers-not-clear")]
    [InlineData("信息公开属性", "特定人员", "import.readers-not-clear")]
    [InlineData("公开级别", "二级", "import.readers-not-clear")]
    [InlineData("阅读权限", "仅限政府信息公开工作领导小组成员及其授权人员查阅使用", "import.readers-not-clear")]
    [InlineData("状态", "待审核", "import.readers-not-clear")]
    [InlineData("状态", "已撤回", "import.readers-not-clear")]
    [InlineData("发布状态", "回收站", "import.readers-not-clear")]
    [InlineData("Status", "pending", "import.readers-not-clear")]
    [InlineData("状态", "0", "import.readers-not-clear")]
    [InlineData("保密期限", "10年", "import.readers-not-clear")]
    [InlineData("依申请公开", "√", "import.readers-not-clear")]
    [InlineData("不予公开", "过程性信息", "import.readers-not-clear")]
    [InlineData("不予公开理由", "涉及个人隐私", "import.readers-not-clear")]
    [InlineData("主动公开", "×", "import.restriction-not-imported")]
    [InlineData("内部", "√", "import.readers-not-clear")]
    [InlineData("密", "★", "import.readers-not-clear")]
    [InlineData("公开审查", "不同意公开", "import.readers-not-clear")]
    [InlineData("保密审查结果", "未通过", "import.readers-not-clear")]
    [InlineData("审批结果", "退回", "import.readers-not-clear")]
    [InlineData("是否发布", "否", "import.readers-not-clear")]
    [InlineData("是否删除", "是", "import.readers-not-clear")]
    [InlineData("删除标志", "1", "import.readers-not-clear")]
    [InlineData("is_deleted", "1", "import.readers-not-clear")]
    [InlineData("draft", "true", "import.readers-not-clear")]
    [InlineData("稿件审核状态", "未审核", "import.readers-not-clear")]
    [InlineData("状态名称", "未发布", "import.readers-not-clear")]
    [InlineData("阅知范围", "班子成员", "import.readers-not-clear")]
    [InlineData("受众", "系统内", "import.readers-not-clear")]
    [InlineData("发布渠道", "政务内网", "import.restriction-not-imported")]
    [InlineData("备注", "内部掌握", "import.restriction-not-imported")]
    public void Read_AWordThatDoesNotPlainlyMeanEverybody_RefusesTheLine(string column, string value, string code)
    {
        // Act
        var line = Read(new JsonObject { ["title"] = "通知", [column] = value });

        // Assert
        Assert.Equal(code, Assert.Single(line.Faults).Code);
    }

    [Theory]
    [InlineData("公开级别", "二级", 0)]
    [InlineData("状态", "3", 0)]
    [InlineData("公开级别", "内部", 1)]
    public void Read_AColumnThatTheMapLeavesOut_ClosesByPlainWordsAlone(string column, string value, int faults)
    {
        // Arrange
        var map = ImportMap.Read($$"""{ "columns": { "{{column}}": "" } }""");

        // Act
        var line = ImportLine.Read(new ImportRecord(1, new JsonObject { ["title"] = "通知", [column] = value }), map);

        // Assert
        Assert.Equal(faults, line.Faults.Count);
    }

    [Theory]
    [InlineData("body")]
    [InlineData("summary")]
    [InlineData("documentNumber")]
    public void Read_AGroupWhereATextBelongs_RefusesTheLine(string property)
    {
        // Act
        var line = Read(new JsonObject { ["title"] = "通知", [property] = new JsonObject { ["html"] = "x" } });

        // Assert
        Assert.Equal("import.not-a-text", Assert.Single(line.Faults).Code);
    }

    [Theory]
    [InlineData("2026-01-05", "2026-01-05", true)]
    [InlineData("2026-01-05", "2026-01-05 00:00", true)]
    [InlineData("2026-01-05 08:00", "2026-01-05 15:00", false)]
    [InlineData("2026-01-05", "2026-01-12", false)]
    public void Identity_OfALineWithoutADayOfFormation_HoldsTheMomentThatStandsIn(string first, string second, bool isSame)
    {
        // Act
        var (one, other) = (Read(new JsonObject { ["title"] = "一周工作动态", ["publishedOn"] = first }), Read(new JsonObject { ["title"] = "一周工作动态", ["publishedOn"] = second }));

        // Assert
        Assert.Equal(isSame, one.IdentityIn(new(7)) == other.IdentityIn(new(7)));
    }

    [Theory]
    [InlineData("""["内部"]""")]
    [InlineData("""["主动公开", "内部"]""")]
    [InlineData("""{ "value": "内部" }""")]
    public void Read_ARestrictionInAListOrAnObject_RefusesTheLine(string value)
    {
        // Act
        var line = Read(new JsonObject { ["title"] = "通知", ["发布范围"] = JsonNode.Parse(value) });

        // Assert
        Assert.Equal("import.restriction-not-imported", Assert.Single(line.Faults).Code);
    }

    [Theory]
    [InlineData("公开方式", "主动公开")]
    [InlineData("公开类别", "主动公开")]
    [InlineData("是否主动公开", "是")]
    [InlineData("是否涉密", "否")]
    [InlineData("公开时限", "长期")]
    [InlineData("公开主体", "财政局")]
    [InlineData("发布范围", "门户网站")]
    [InlineData("状态", "已发布")]
    [InlineData("状态", "现行有效")]
    [InlineData("信息公开属性", "向社会公开")]
    [InlineData("公开载体", "公告栏")]
    [InlineData("保密审查", "已审查")]
    [InlineData("保密审查意见", "同意公开")]
    [InlineData("依申请公开", "否")]
    [InlineData("不予公开理由", "无")]
    [InlineData("主动公开", "√")]
    [InlineData("is_deleted", "0")]
    [InlineData("发布渠道", "政府网站")]
    [InlineData("公开渠道", "政府网站、公告栏")]
    [InlineData("公开依据", "条例第二十条")]
    [InlineData("公开附件", "无")]
    [InlineData("审核意见", "/")]
    [InlineData("发布单位", "财政局")]
    [InlineData("备注", "内部控制规范印发后补登")]
    [InlineData("公开依据", "《条例》第十四条规定，依法确定为国家秘密的政府信息不予公开")]
    public void Read_AColumnThatIsForEverybody_IsNoHindrance(string column, string value)
    {
        // Act
        var line = Read(new JsonObject { ["title"] = "通知", [column] = value });

        // Assert
        Assert.Empty(line.Faults);
    }

    [Fact]
    public void Read_ARestrictionThatTheMapCallsSomethingElse_RefusesTheLine()
    {
        // Arrange
        var map = ImportMap.Read("""{ "columns": { "公开范围": "keywords" } }""");

        // Act
        var line = ImportLine.Read(new ImportRecord(1, new JsonObject { ["title"] = "通知", ["公开范围"] = "内部" }), map);

        // Assert
        Assert.Equal("import.restriction-not-imported", Assert.Single(line.Faults).Code);
    }

    [Theory]
    [InlineData("""{ "columns": null }""")]
    [InlineData("""{ "columns": { "标题": null } }""")]
    [InlineData("""{ "values": { "genre": null } }""")]
    [InlineData("""{ "defaults": { "genre": null } }""")]
    [InlineData("""{ "columns": { "标题": "titel" } }""")]
    [InlineData("""{ "colums": {} }""")]
    public void Map_ThatSaysNothingThatCanBeMeant_IsRefused(string json) => Assert.Throws<JsonException>(() => ImportMap.Read(json));

    [Fact]
    public void Read_ATextWithTheSignOfALostCharacter_IsRefusedByName()
    {
        // Act
        var line = Read(new JsonObject { ["标题"] = "关于放\uFFFD的通知" });

        // Assert
        Assert.Contains("标题", Assert.Single(line.Faults).ToEnglish(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("当浓度C<L且H>K时，应当报告。", "<p>当浓度C&lt;L且H&gt;K时，应当报告。</p>")]
    [InlineData("第一行\n若 a<b 且 c>d 时适用", "<p>第一行</p><p>若 a&lt;b 且 c&gt;d 时适用</p>")]
    [InlineData("<p>当浓度C<L且H>K时</p>", "<p>当浓度C&lt;L且H>K时</p>")]
    [InlineData("<p>若 a<b 且 c>d</p>", "<p>若 a&lt;b 且 c>d</p>")]
    [InlineData("if a<b and c>d then stop", "<p>if a&lt;b and c&gt;d then stop</p>")]
    [InlineData("<p>P<i ; Q>j</p>", "<p>P&lt;i ; Q>j</p>")]
    [InlineData("<p>pH<7", "<p>pH&lt;7")]
    public void Read_SignsOfComparison_AreNoTags(string body, string html)
    {
        // Act
        var line = Read(new JsonObject { ["title"] = "通知", ["body"] = body });

        // Assert
        Assert.Equal(html, line.Body);
    }

    [Theory]
    [InlineData("<p class=MsoNormal style='text-indent:24.0pt;font-family:\"宋体\"'>甲<o:p></o:p></p>")]
    [InlineData("<TD width=100% height=\"20\" nowrap>甲</TD>")]
    [InlineData("<img src=\"a.png\"alt=\"图\"/>")]
    [InlineData("<td title=标题>甲</td><!-- 注 --><br/>")]
    [InlineData("<body lang=ZH-CN link=blue vlink=purple><p data-track=\"1\">甲</p></body>")]
    [InlineData("<TABLE BACKGROUND=\"k.gif\"><tr><td onclick=\"k()\">甲</td></tr></TABLE>")]
    [InlineData("<p hidden>甲</p><b >乙</b><a href=x>丙</a><i/>")]
    [InlineData("<!DOCTYPE html><html lang=\"zh\"><body>甲</body></html>")]
    public void Read_HtmlAsProgramsWriteIt_StaysAsItIs(string body)
    {
        // Act
        var line = Read(new JsonObject { ["title"] = "通知", ["body"] = body });

        // Assert
        Assert.Equal(body, line.Body);
    }

    [Fact]
    public void Read_AnUnknownColumn_IsNamed()
    {
        // Act
        var line = Read(new JsonObject { ["title"] = "通知", ["处室领导"] = "某" });

        // Assert
        Assert.Equal(["处室领导"], line.Unknown);
    }

    [Fact]
    public async Task File_WithABrokenLine_IsReadOnBehindIt()
    {
        // Arrange
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "lines.jsonl");
        await File.WriteAllTextAsync(path, "{\"title\":\"一\"}\n{broken\n\n{\"title\":\"二\"}\n");

        // Act
        var records = new List<ImportRecord>();
        await foreach (var record in ImportFile.ReadAsync(path, CancellationToken.None))
        {
            records.Add(record);
        }

        // Assert
        Assert.Equal([(1, false), (2, true), (4, false)], records.Select(record => (record.Line, record.Fault is not null)));
    }

    [Fact]
    public async Task File_OfCommaSeparatedValues_HasARecordForEachRow()
    {
        // Arrange
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "table.csv");
        await File.WriteAllTextAsync(path, "标题,文号\n\"关于甲、乙的通知\",澄财〔2026〕1号\n");

        // Act
        var lines = new List<ImportLine>();
        await foreach (var record in ImportFile.ReadAsync(path, CancellationToken.None))
        {
            lines.Add(ImportLine.Read(record, new ImportMap()));
        }

        // Assert
        Assert.Equal("关于甲、乙的通知", Assert.Single(lines).Title);
    }

    private static ImportLine Read(JsonObject values) => ImportLine.Read(new ImportRecord(1, values), new ImportMap());
}
