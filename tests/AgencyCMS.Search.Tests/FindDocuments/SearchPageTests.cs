using System.Net;
using System.Text.Json;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Modularity.Tenants;
using AngleSharp.Dom;

namespace AgencyCMS.Search.Tests.FindDocuments;

/// <summary>The search page and its JSON twin, as readers meet them.</summary>
public sealed class SearchPageTests : IAsyncLifetime
{
    private SearchHost _host = null!;

    public async Task InitializeAsync() => _host = await SearchHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task SearchPage_OfAnAgency_LinksAndMarksWhatItFound()
    {
        // Arrange
        await _host.PublishAsync(_host.Finance, "a", "政务公开工作要点", "全面推进政务公开。");

        // Act
        var page = await _host.GetAsync(_host.Finance, "search?q=政务公开");

        // Assert
        Assert.Contains("""<a href="/finance/pages/a" lang="zh-CN"><mark>政务公开</mark>工作要点</a>""", page, StringComparison.Ordinal);
        Assert.Contains("全面推进<mark>政务公开</mark>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_StandInAClosedBlockBeforeTheResults()
    {
        // Arrange
        await _host.PublishAsync(_host.Finance, "a", "政务公开工作要点");

        // Act
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await _host.GetAsync(_host.Finance, "search?q=政务公开"));

        // Assert
        Assert.NotNull(page.QuerySelector("main details.fold:not([open]) input[name=from][form=search-form]"));
        Assert.Equal(["details", "section"], page.QuerySelectorAll("main .split > *").Select(element => element.LocalName));
    }

    [Fact]
    public async Task AgencyFilter_OnThePortal_OffersEveryRunningAgency()
    {
        // Arrange
        for (var number = 1; number <= 15; number++)
        {
            await _host.Host.AddTenantAsync($"agency-{number}", SearchFeature.Id);
        }
        var closed = await _host.Host.AddTenantAsync("closed", SearchFeature.Id);
        await _host.Host.UpdateAsync(closed, tenant => tenant with { State = TenantState.Suspended });

        // Act
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await _host.GetAsync(_host.County, "search"));

        // Assert
        var offered = page.QuerySelectorAll("select[name=agency] option").Select(option => option.GetAttribute("value")).ToList();
        Assert.All(Enumerable.Range(1, 15), number => Assert.Contains($"agency-{number}", offered));
        Assert.Contains("finance", offered);
        Assert.DoesNotContain("closed", offered);
    }

    [Theory]
    [InlineData("search?q=政务公开", "按相关度")]
    [InlineData("search?q=政务公开&sort=date", "按发布时间")]
    public async Task Order_OfTheResults_IsSaid(string address, string order)
    {
        // Arrange
        await _host.PublishAsync(_host.Finance, "a", "政务公开工作要点");

        // Act
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await _host.GetAsync(_host.Finance, address));

        // Assert
        Assert.Equal(order, page.QuerySelector(".list-order [aria-current]")!.TextContent);
    }

    [Fact]
    public async Task SearchPage_OfAnAgency_ShowsNothingOfItsNeighbour()
    {
        // Arrange
        await _host.PublishAsync(_host.Neighbour, "n", "政务公开工作要点");

        // Act
        var page = await _host.GetAsync(_host.Finance, "search?q=政务公开");

        // Assert
        Assert.Contains("未找到相关信息", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchPage_OfTheCounty_FindsWhatAllAgenciesPublished()
    {
        // Arrange
        await _host.PublishAsync(_host.Finance, "a", "政务公开工作要点");
        await _host.PublishAsync(_host.Neighbour, "n", "政务公开实施方案");

        // Act
        var page = await _host.GetAsync(_host.County, "search?q=政务公开");

        // Assert
        Assert.Contains("/finance/pages/a", page, StringComparison.Ordinal);
        Assert.Contains("/neighbour/pages/n", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchPage_OfTheCounty_LeavesOutSuspendedAgencies()
    {
        // Arrange
        await _host.PublishAsync(_host.Finance, "a", "政务公开工作要点");
        await _host.Host.UpdateAsync(_host.Finance, tenant => tenant with { State = TenantState.Suspended });

        // Act
        var found = await FindAsync(_host.County, "api/v1/search?q=政务公开");

        // Assert
        Assert.Equal(0, found.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task SearchPage_ForTheCounty_CanBeNarrowedToAnAgency()
    {
        // Arrange
        await _host.PublishAsync(_host.Finance, "a", "政务公开工作要点");
        await _host.PublishAsync(_host.Neighbour, "n", "政务公开实施方案");

        // Act
        var found = await FindAsync(_host.County, "api/v1/search?q=政务公开&agency=neighbour");

        // Assert
        Assert.Equal(["/neighbour/pages/n"], Addresses(found));
    }

    [Fact]
    public async Task SearchPage_NarrowedToAnUnknownAgency_FindsNothing()
    {
        await _host.PublishAsync(_host.Finance, "a", "政务公开工作要点");

        Assert.Empty(Addresses(await FindAsync(_host.County, "api/v1/search?q=政务公开&agency=nobody")));
    }

    [Theory]
    [InlineData(Audience.Staff, null)]
    [InlineData(Audience.Group, "领导")]
    public async Task SearchPage_ForThePublic_ShowsNoInternalItem(Audience audience, string? group)
    {
        // Arrange
        await _host.PublishAsync(_host.Finance, "secret", "内部政务公开通知", audience: audience, group: group);

        // Act
        var own = await FindAsync(_host.Finance, "api/v1/search?q=政务公开");
        var county = await FindAsync(_host.County, "api/v1/search?q=政务公开");

        // Assert
        Assert.Equal((0, 0), (own.GetProperty("total").GetInt32(), county.GetProperty("total").GetInt32()));
    }

    [Fact]
    public async Task SearchPage_AfterWithdrawal_ShowsTheItemNoMore()
    {
        // Arrange
        var row = await _host.PublishAsync(_host.Finance, "a", "政务公开工作要点");

        // Act
        await _host.WithdrawAsync(_host.Finance, row);

        // Assert
        Assert.Empty(Addresses(await FindAsync(_host.County, "api/v1/search?q=政务公开")));
    }

    [Fact]
    public async Task SearchPage_TextWithMarkup_IsEncoded()
    {
        // Arrange
        await _host.PublishAsync(_host.Finance, "a", "<img src=x onerror=alert(1)>政务公开");

        // Act
        var page = await _host.GetAsync(_host.Finance, "search?q=政务公开");

        // Assert
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchPage_QuestionWithMarkup_IsEncoded()
    {
        var page = await _host.GetAsync(_host.Finance, "search?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchPage_WithoutQuestion_ExplainsItself()
    {
        Assert.Contains("检索说明", await _host.GetAsync(_host.Finance, "search"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchPage_InEnglish_SpeaksEnglish()
    {
        // Arrange
        using var client = _host.Host.CreateClient(_host.Finance);
        using var request = new HttpRequestMessage(HttpMethod.Get, "search?q=nothing");
        request.Headers.Add("Cookie", "culture=" + Uri.EscapeDataString("c=en|uic=en"));

        // Act
        var answer = await client.SendAsync(request);

        // Assert
        Assert.Contains("Nothing was found", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search?q=%ED%A0%80%22%E2%80%9C&page=-1&entry=%E2%80%8B&from=x&sort=%27")]
    [InlineData("search?q=a&page=999999999999&genre=%F0%A0%AE%B7")]
    [InlineData("search?q=a&from=2022-02-30")]
    public async Task SearchPage_NonsenseInTheAddress_StillAnswers(string address)
    {
        using var client = _host.Host.CreateClient(_host.Finance);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task SearchPage_WithTheLastDayBeforeTheFirst_SaysSoInsteadOfFindingNothing()
    {
        // Arrange
        await _host.PublishAsync(_host.Finance, "a", "政务公开工作要点");

        // Act
        var page = await ReadAsync(_host.Finance, "search?q=政务公开&from=2026-05-01&to=2026-01-01");

        // Assert
        Assert.Contains("截止日期 2026-01-01 早于起始日期 2026-05-01", page.QuerySelector(".alert")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q", "政务公开")]
    [InlineData("from", "2026-05-01")]
    [InlineData("to", "2026-01-01")]
    public async Task SearchPage_WithTheLastDayBeforeTheFirst_KeepsWhatWasTyped(string name, string typed)
    {
        var page = await ReadAsync(_host.Finance, "search?q=政务公开&from=2026-05-01&to=2026-01-01");

        Assert.Equal(typed, page.QuerySelector($"main input[name={name}]:not([type=hidden])")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("from=2026-02-30", "“2026-02-30”不是有效日期")]
    [InlineData("to=99999-01-01", "“99999-01-01”不是有效日期")]
    [InlineData("entry=nope", "目录中没有栏目“nope”")]
    [InlineData("genre=nope", "没有体裁“nope”")]
    [InlineData("agency=nope", "没有单位“nope”")]
    public async Task SearchPage_FilterThatMeansNothing_IsNamed(string filter, string message)
    {
        var page = await ReadAsync(_host.County, "search?q=政务公开&" + filter);

        Assert.Contains(page.QuerySelectorAll(".alert"), alert => alert.TextContent.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("two", null)]
    [InlineData("2", "已显示最后一页（第 1 页）")]
    [InlineData("99999999999", "已显示最后一页（第 1 页）")]
    public async Task SearchPage_PageThatIsNotThere_ShowsTheNearest(string number, string? message)
    {
        // Arrange
        await _host.PublishAsync(_host.Finance, "a", "政务公开工作要点");

        // Act
        var page = await ReadAsync(_host.Finance, "search?q=政务公开&page=" + number);

        // Assert
        Assert.Single(page.QuerySelectorAll(".result"));
        Assert.Equal(message is not null, page.QuerySelector(".alert") is { } alert && alert.TextContent.Contains(message ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SearchApi_WithTheLastDayBeforeTheFirst_IsRefused()
    {
        using var client = _host.Host.CreateClient(_host.Finance);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.GetAsync("api/v1/search?from=2026-05-01&to=2026-01-01")).StatusCode);
    }

    [Fact]
    public async Task SearchPage_FeatureOff_IsNotThere()
    {
        // Arrange
        await _host.Host.DisableAsync(_host.Finance, SearchFeature.Id);
        using var client = _host.Host.CreateClient(_host.Finance);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("search?q=a")).StatusCode);
    }

    [Fact]
    public async Task SearchApi_DayThatCannotBeRead_IsRefused()
    {
        using var client = _host.Host.CreateClient(_host.Finance);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.GetAsync("api/v1/search?from=yesterday")).StatusCode);
    }

    private async Task<IDocument> ReadAsync(Tenant tenant, string address) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await _host.GetAsync(tenant, address));

    private async Task<JsonElement> FindAsync(Tenant tenant, string address) => JsonDocument.Parse(await _host.GetAsync(tenant, address)).RootElement;

    private static string[] Addresses(JsonElement found) => [.. found.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("href").GetString() ?? "")];
}
