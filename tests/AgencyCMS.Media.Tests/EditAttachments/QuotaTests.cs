using System.Net;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using AgencyCMS.Media.Storage;
using AgencyCMS.Media.Tests.Files;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Media.Tests.EditAttachments;

/// <summary>What a site and a person may bring in files. One megabyte is allowed; each file has more than half of it.</summary>
public abstract class QuotaTests(ContentsSite site)
{
    private const int FileBytes = 600 * 1024;

    [Theory]
    [InlineData("MaxTotalMegabytes", "总量上限为1 MB")]
    [InlineData("MaxDailyMegabytes", "24小时内最多上传1 MB")]
    public async Task File_BeyondTheQuota_IsRefusedWithAMessage(string setting, string message)
    {
        // Arrange
        await LimitAsync(site.Finance, setting);
        using var editor = await site.SignInAsync("editor");
        await UploadAsync(editor);

        // Act
        var answer = await UploadAsync(editor);

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.ParseAsync(answer);
        Assert.Contains(message, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Has a file", page.QuerySelector("[name='TitlePart.Title']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Files_ThatComeAtTheSameInstant_DoNotPassTheQuotaTogether()
    {
        // Arrange
        await LimitAsync(site.Neighbour, "MaxTotalMegabytes");
        var browsers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.SignInAsync("stranger", site.Neighbour)));

        // Act
        var answers = await Task.WhenAll(browsers.Select(UploadAsync));

        // Assert
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(1, await site.InAsync(site.Neighbour, services => services.GetRequiredService<TenantDb>().Set<MediaFileRow>().CountAsync()));
        Array.ForEach(browsers, browser => browser.Dispose());
    }

    // The files of tests before count in both quotas.
    private Task<int> LimitAsync(Tenant tenant, string setting) => site.InAsync(tenant, async services =>
    {
        var db = services.GetRequiredService<TenantDb>();
        await db.Set<MediaFileRow>().ExecuteDeleteAsync();
        await services.GetRequiredService<TenantSettings>().PutAsync("MediaSettings", new JsonObject { [setting] = 1 }, CancellationToken.None);
        return await db.SaveChangesAsync();
    });

    private static async Task<HttpResponseMessage> UploadAsync(Browser browser)
    {
        var form = await browser.ReadAsync("admin/contents/new/Page");
        var action = form.QuerySelector("form[data-guard]")!.GetAttribute("action")!;
        return await browser.SubmitAsync(form, action, [("AttachmentsPart.Upload", "file.pdf", Samples.Pdf(new string('x', FileBytes)))], ("TitlePart.Title", "Has a file"));
    }
}

public sealed class QuotaOnSqliteTests(SqliteSite site) : QuotaTests(site), IClassFixture<SqliteSite>;

public sealed class QuotaOnPostgreSqlTests(PostgreSqlSite site) : QuotaTests(site), IClassFixture<PostgreSqlSite>;
