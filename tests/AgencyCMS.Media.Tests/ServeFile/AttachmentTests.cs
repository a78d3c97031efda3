using System.Net;
using System.Net.Http.Headers;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Media.Contracts;
using AgencyCMS.Media.Tests.Files;
using AgencyCMS.Testing.Browsing;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Media.Tests.ServeFile;

/// <summary>Files of items from their upload to their withdrawal.</summary>
public abstract class AttachmentTests(ContentsSite site)
{
    [Fact]
    public async Task UploadedFile_OfADraft_HasNoPublicAddress()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");

        // Act
        var (id, attachment) = await UploadAsync(editor, "Embargoed", "budget.pdf", Samples.Pdf("embargoed"));

        // Assert
        using var reader = site.Browse();
        var guessed = await reader.GetAsync($"files/{attachment.Id}/{attachment.FileName}");
        var neverThere = await reader.GetAsync($"files/{ContentIds.New()}/budget.pdf");
        Assert.Equal(HttpStatusCode.NotFound, guessed.StatusCode);
        Assert.Equal(neverThere.Headers.Select(header => header.Key).Order(), guessed.Headers.Select(header => header.Key).Order());
        Assert.Equal(HttpStatusCode.OK, await editor.StatusAsync($"admin/files/{attachment.Id}/{attachment.FileName}"));
        Assert.Equal(HttpStatusCode.Redirect, await reader.StatusAsync($"admin/files/{attachment.Id}/{attachment.FileName}"));
        Assert.Null((await site.RowAsync(id)).PublishedVersionId);
    }

    [Fact]
    public async Task PublishedFile_IsServedAsAFileAndNothingElse()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        var (id, attachment) = await UploadAsync(chief, "With a file", "预算 2026.pdf", Samples.Pdf("public"));
        await PublishAsync(id);
        using var reader = site.Browse();
        var page = await reader.ReadAsync("with-a-file");

        // Act
        var answer = await reader.GetAsync(page.QuerySelector(".attachments a")!.GetAttribute("href")!);

        // Assert
        Assert.Equal(Samples.Pdf("public"), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("预算 2026.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(26, attachment.Id.Length);
    }

    [Fact]
    public async Task PublishedPdf_AskedForAsAPreview_IsShownInTheBrowser()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        var (id, _) = await UploadAsync(chief, "With a preview", "preview.pdf", Samples.Pdf("preview"));
        await PublishAsync(id);
        using var reader = site.Browse();
        var line = (await reader.ReadAsync("with-a-preview")).QuerySelector(".attachments li")!;

        // Act
        var answer = await reader.GetAsync(line.QuerySelector("a.button")!.GetAttribute("href")!);

        // Assert
        Assert.Contains("PDF", line.QuerySelector(".hint")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishedText_AskedForAsAPreview_IsStillSaved()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        var (id, attachment) = await UploadAsync(chief, "Text without a preview", "notes.txt", "文字"u8.ToArray());
        await PublishAsync(id);
        using var reader = site.Browse();

        // Act
        var answer = await reader.GetAsync($"files/{attachment.Id}/{attachment.FileName}?show=true");

        // Assert
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishedFile_AskedForInPart_IsSentInPart()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        var (id, attachment) = await UploadAsync(chief, "In part", "part.pdf", Samples.Pdf("0123456789"));
        await PublishAsync(id);
        using var reader = site.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"files/{attachment.Id}/{attachment.FileName}");
        request.Headers.Range = new RangeHeaderValue(9, 13);

        // Act
        var answer = await reader.Client.SendAsync(request);

        // Assert
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("01234", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task WithdrawnFile_IsGoneAtOnce()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        var (id, attachment) = await UploadAsync(chief, "Taken back", "back.pdf", Samples.Pdf());
        await PublishAsync(id);
        using var reader = site.Browse();
        Assert.Equal(HttpStatusCode.OK, await reader.StatusAsync($"files/{attachment.Id}/{attachment.FileName}"));

        // Act
        await chief.SubmitAsync(await chief.ReadAsync($"admin/contents/{id}"), "/withdraw", ("Reason", "A mistake."));

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, await reader.StatusAsync($"files/{attachment.Id}/{attachment.FileName}"));
    }

    [Fact]
    public async Task FileOfADraft_OfAPublishedItem_StaysHidden()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        var (id, _) = await UploadAsync(chief, "Grows", "first.pdf", Samples.Pdf("first"));
        await PublishAsync(id);

        // Act
        await chief.SubmitAsync(await chief.ReadAsync($"admin/contents/{id}"), id, [("AttachmentsPart.Upload", "second.pdf", Samples.Pdf("second"))], ("Do", "save"));

        // Assert
        var second = (await site.LatestAsync(id)).Part<AttachmentsPart>()!.Attachments[1];
        using var reader = site.Browse();
        Assert.Equal(HttpStatusCode.NotFound, await reader.StatusAsync($"files/{second.Id}/{second.FileName}"));
        Assert.DoesNotContain("second.pdf", await reader.TextAsync("grows"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileOfAnInternalItem_IsForStaffAlone()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        var (id, attachment) = await UploadAsync(chief, "Inside", "inside.pdf", Samples.Pdf("inside"), ("AudiencePart.Audience", "Staff"));
        await PublishAsync(id);
        using var reader = site.Browse();
        using var clerk = await site.SignInAsync("clerk");

        // Act
        var outside = await reader.StatusAsync($"files/{attachment.Id}/{attachment.FileName}");
        var inside = await clerk.StatusAsync($"files/{attachment.Id}/{attachment.FileName}");

        // Assert
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (outside, inside));
    }

    [Fact]
    public async Task File_AskedForAtTheNeighbours_IsNotFound()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        var (id, attachment) = await UploadAsync(chief, "Ours", "ours.pdf", Samples.Pdf("ours"));
        await PublishAsync(id);
        using var reader = site.Browse(site.Neighbour);
        using var stranger = await site.SignInAsync("stranger", site.Neighbour);

        // Act
        var asReader = await reader.StatusAsync($"files/{attachment.Id}/{attachment.FileName}");
        var asStaff = await stranger.StatusAsync($"admin/files/{attachment.Id}/{attachment.FileName}");

        // Assert
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (asReader, asStaff));
    }

    [Fact]
    public async Task Attachment_OfAnotherItem_CannotBeSmuggledIn()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        var (_, hidden) = await UploadAsync(chief, "Holds the secret", "secret.pdf", Samples.Pdf("secret"));
        var (other, _) = await UploadAsync(chief, "Smuggler", "plain.pdf", Samples.Pdf("plain"));

        // Act
        await chief.SubmitAsync(await chief.ReadAsync($"admin/contents/{other}"), other, ("AttachmentsPart.Id", hidden.Id));
        await PublishAsync(other);

        // Assert
        using var reader = site.Browse();
        Assert.Equal(HttpStatusCode.NotFound, await reader.StatusAsync($"files/{hidden.Id}/{hidden.FileName}"));
    }

    [Fact]
    public async Task RefusedFile_LeavesTheOthersInTheForm()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");
        var form = await editor.ReadAsync("admin/contents/new/Page");
        var action = form.QuerySelector("form[data-guard]")!.GetAttribute("action")!;

        // Act
        var answer = await editor.SubmitAsync(
            form, action, [("AttachmentsPart.Upload", "good.pdf", Samples.Pdf("good")), ("AttachmentsPart.Upload", "bad.pdf", Samples.Program)], ("TitlePart.Title", "Half good"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.ParseAsync(answer);
        Assert.Equal("good.pdf", Assert.Single(page.QuerySelectorAll(".attachment-forms li a")).TextContent);
        var again = await editor.SubmitAsync(page, action, ("Do", "save"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("good.pdf", Assert.Single((await site.LatestAsync(action.Split('/')[^1])).Part<AttachmentsPart>()!.Attachments).FileName);
    }

    [Fact]
    public async Task File_LargerThanTheSetting_IsRefused()
    {
        // Arrange
        await site.InAsync(site.Neighbour, async services =>
        {
            var settings = services.GetRequiredService<ContentManagement.Storage.TenantSettings>();
            await settings.PutAsync("MediaSettings", new System.Text.Json.Nodes.JsonObject { ["MaxFileMegabytes"] = 1 }, CancellationToken.None);
            return await services.GetRequiredService<Data.Stores.TenantDb>().SaveChangesAsync();
        });

        // Act
        var outcome = await site.InAsync(site.Neighbour, services => services.GetRequiredService<IAttachmentStore>().AddAsync(
            ContentIds.New(), "large.pdf", new MemoryStream([.. Samples.Pdf(), .. new byte[1024 * 1024]]), CancellationToken.None));

        // Assert
        Assert.Equal("media.too-large", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task Form_SentAgainWithAnotherFileOfThatNameAndLength_IsNotTakenForItsTwin()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");
        var form = await editor.ReadAsync("admin/contents/new/Page");
        var action = form.QuerySelector("form[data-guard]")!.GetAttribute("action")!;
        await editor.SubmitAsync(form, action, [("AttachmentsPart.Upload", "t.txt", "预算 1000 万"u8.ToArray())], ("TitlePart.Title", "Corrected file"));

        // Act
        var answer = await editor.SubmitAsync(form, action, [("AttachmentsPart.Upload", "t.txt", "预算 2000 万"u8.ToArray())], ("TitlePart.Title", "Corrected file"));

        // Assert
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
    }

    [Fact]
    public async Task SameContent_AttachedTwice_LiesOnTheDiskOnce()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");
        var content = Samples.Pdf("the very same " + ContentIds.New());

        // Act
        var (_, first) = await UploadAsync(editor, "Once", "a.pdf", content);
        var (_, second) = await UploadAsync(editor, "Twice", "b.pdf", content);

        // Assert
        Assert.Equal(first.Hash, second.Hash);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Single(Directory.EnumerateFiles(site.Host.Database.DataPath, first.Hash + "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task File_OfAVersionForAGroup_IsForTheGroupAloneThoughTheItemIsOpenAgain()
    {
        // Arrange
        using var member = await site.SignInAsync("boardmember");
        var (id, attachment) = await UploadAsync(member, "Board file", "board.pdf", Samples.Pdf("board"), ("AudiencePart.Audience", "Group"), ("AudiencePart.Group", "board"));
        var item = await site.LatestAsync(id);
        item.Alter<AttachmentsPart>(part => part.Attachments = []);
        AudiencePart.Put(item, Audience.Public, null);
        await site.DraftAsync(item, (await site.RowAsync(id)).Stamp);
        using var outside = await site.SignInAsync("chief");
        var address = $"admin/files/{attachment.Id}/{attachment.FileName}";

        // Act
        var (refused, sent) = (await outside.StatusAsync(address), await member.StatusAsync(address));

        // Assert
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (refused, sent));
        Assert.Equal(HttpStatusCode.OK, await outside.StatusAsync($"admin/contents/{id}"));
    }

    [Theory]
    [InlineData("AttachmentsPart.Id")]
    [InlineData("TitlePart.Title")]
    public async Task File_OfAVersionForAGroup_NamedAnewByAColleague_StaysForTheGroup(string field)
    {
        // Arrange
        using var member = await site.SignInAsync("boardmember");
        var (id, attachment) = await UploadAsync(member, "Board file", "named.pdf", Samples.Pdf("named"), ("AudiencePart.Audience", "Group"), ("AudiencePart.Group", "board"));
        var item = await site.LatestAsync(id);
        item.Alter<AttachmentsPart>(part => part.Attachments = []);
        AudiencePart.Put(item, Audience.Public, null);
        await site.DraftAsync(item, (await site.RowAsync(id)).Stamp);
        using var outside = await site.SignInAsync("chief");

        // Act
        var answer = await outside.SubmitAsync(await outside.ReadAsync($"admin/contents/{id}"), id, (field, attachment.Id), ("Do", "save"));

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Empty((await site.LatestAsync(id)).Part<AttachmentsPart>()?.Attachments ?? []);
        Assert.Equal(HttpStatusCode.NotFound, await outside.StatusAsync($"admin/files/{attachment.Id}/{attachment.FileName}"));
    }

    private async Task<(string Id, Attachment Attachment)> UploadAsync(Browser browser, string title, string fileName, byte[] content, params (string, string)[] typed)
    {
        var form = await browser.ReadAsync("admin/contents/new/Page");
        var action = form.QuerySelector("form[data-guard]")!.GetAttribute("action")!;
        var answer = await browser.SubmitAsync(form, action, [("AttachmentsPart.Upload", fileName, content)], [("TitlePart.Title", title), .. typed]);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        var id = action.Split('/')[^1];
        return (id, (await site.LatestAsync(id)).Part<AttachmentsPart>()!.Attachments[0]);
    }

    private Task<bool> PublishAsync(string id) => site.InAsync(site.Finance, async services =>
    {
        var stamp = (await services.GetRequiredService<ContentReader>().FindRowAsync(id, CancellationToken.None))!.Stamp;
        return !(await services.GetRequiredService<ContentManager>().PublishAsync(id, stamp, CancellationToken.None)).IsRefused;
    });
}

public sealed class AttachmentOnSqliteTests(SqliteSite site) : AttachmentTests(site), IClassFixture<SqliteSite>;

public sealed class AttachmentOnPostgreSqlTests(PostgreSqlSite site) : AttachmentTests(site), IClassFixture<PostgreSqlSite>;
