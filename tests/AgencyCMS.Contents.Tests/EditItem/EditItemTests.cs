using System.Net;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Storage;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using AgencyCMS.Testing.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Contents.Tests.EditItem;

/// <summary>Writing items through the pages of the administration.</summary>
public abstract class EditItemTests(ContentsSite site)
{
    [Fact]
    public async Task NewItem_SavedAsDraft_HasOneVersionAndNoPublicPage()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");

        // Act
        var answer = await editor.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "First words"), ("AutoroutePart.Path", "first-words"));

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var versions = await site.VersionsAsync(IdOf(answer));
        Assert.Equal("editor", Assert.Single(versions).Author);
        using var reader = site.Browse();
        Assert.Equal(HttpStatusCode.NotFound, await reader.StatusAsync("first-words"));
    }

    [Fact]
    public async Task Draft_OfAPublishedItem_LeavesThePublicTextAlone()
    {
        // Arrange
        var item = ContentsSite.NewPage("Old title", "stays-old");
        await site.PublishAsync(item);
        using var editor = await site.SignInAsync("editor");

        // Act
        await editor.SubmitAsync($"admin/contents/{item.ContentItemId}", ("TitlePart.Title", "New title"), ("HtmlBodyPart.Html", "<p>New text</p>"));

        // Assert
        using var reader = site.Browse();
        var page = await reader.TextAsync("stays-old");
        Assert.Contains("Old title", page, StringComparison.Ordinal);
        Assert.DoesNotContain("New t", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_WithoutAChange_WritesNoVersion()
    {
        // Arrange
        var item = ContentsSite.NewPage("Same", "same", "<p>one\ntwo</p>");
        item.Document["Page"] = new System.Text.Json.Nodes.JsonObject { ["Motto"] = new System.Text.Json.Nodes.JsonObject { ["Text"] = "calm" } };
        await site.DraftAsync(item);
        using var editor = await site.SignInAsync("editor");

        // Act
        var answer = await editor.SubmitAsync($"admin/contents/{item.ContentItemId}", ("Do", "save"));

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Single(await site.VersionsAsync(item.ContentItemId));
    }

    [Fact]
    public async Task Save_OnAnOutdatedForm_ShowsBothTexts()
    {
        // Arrange
        var item = ContentsSite.NewPage("Disputed", "disputed");
        await site.DraftAsync(item);
        using var chief = await site.SignInAsync("chief");
        using var editor = await site.SignInAsync("editor");
        var opened = await editor.ReadAsync($"admin/contents/{item.ContentItemId}");
        await chief.SubmitAsync($"admin/contents/{item.ContentItemId}", ("HtmlBodyPart.Html", "<p>The chief's text</p>"));

        // Act
        var answer = await editor.SubmitAsync(opened, item.ContentItemId, ("HtmlBodyPart.Html", "<p>The editor's text</p>"));

        // Assert
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        var page = await Browser.ParseAsync(answer);
        Assert.Contains("The chief's text", page.QuerySelector(".compare .is-other")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The editor's text", page.QuerySelector("textarea[name='HtmlBodyPart.Html']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await site.VersionsAsync(item.ContentItemId)).Count);
    }

    [Fact]
    public async Task Conflict_IsToldInPeoplesNamesAndReadableTexts()
    {
        // Arrange
        var item = ContentsSite.NewPage("Disputed by name", "disputed-by-name");
        await site.DraftAsync(item);
        await site.AddPersonAsync("wang.fang", "王芳", "Chief");
        using var chief = await site.SignInAsync("wang.fang");
        using var editor = await site.SignInAsync("editor");
        var opened = await editor.ReadAsync($"admin/contents/{item.ContentItemId}");
        await chief.SubmitAsync($"admin/contents/{item.ContentItemId}", ("HtmlBodyPart.Html", "<p>甲&amp;乙</p>"));

        // Act
        var page = await Browser.ParseAsync(await editor.SubmitAsync(opened, item.ContentItemId, ("HtmlBodyPart.Html", "<p>丙</p>")));

        // Assert
        Assert.Contains("王芳", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("wang.fang", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("甲&乙", page.QuerySelector(".compare .is-other")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("<p>", page.QuerySelector(".compare")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_FromThePageOfTheConflict_CountsOverTheOtherText()
    {
        // Arrange
        var item = ContentsSite.NewPage("Disputed again", "disputed-again");
        await site.DraftAsync(item);
        using var chief = await site.SignInAsync("chief");
        using var editor = await site.SignInAsync("editor");
        var opened = await editor.ReadAsync($"admin/contents/{item.ContentItemId}");
        await chief.SubmitAsync($"admin/contents/{item.ContentItemId}", ("HtmlBodyPart.Html", "<p>The chief's text</p>"));
        var conflict = await editor.SubmitAsync(opened, item.ContentItemId, ("HtmlBodyPart.Html", "<p>The editor's text</p>"));

        // Act
        var answer = await editor.SubmitAsync(await Browser.ParseAsync(conflict), item.ContentItemId, ("Do", "save"));

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("<p>The editor's text</p>", (await site.LatestAsync(item.ContentItemId)).Part<ContentManagement.Items.Parts.HtmlBodyPart>()!.Html);
        Assert.Equal(3, (await site.VersionsAsync(item.ContentItemId)).Count);
    }

    [Fact]
    public async Task Form_SentTwice_IsSavedOnce()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");
        var form = await editor.ReadAsync("admin/contents/new/Page");
        (string, string)[] typed = [("TitlePart.Title", "Pressed twice"), ("HtmlBodyPart.Html", "<p>Once</p>")];
        var action = form.QuerySelector("form[data-guard]")!.GetAttribute("action")!;

        // Act
        var answers = await Task.WhenAll(editor.SubmitAsync(form, action, typed), editor.SubmitAsync(form, action, typed));

        // Assert
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(await site.VersionsAsync(IdOf(answers[0])));
    }

    [Fact]
    public async Task Save_WithAPictureInTheText_SaysThatItIsNotKept()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");

        // Act
        var answer = await editor.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "With a picture"), ("HtmlBodyPart.Html", "<p>a<img src=\"data:image/png;base64,AA==\"></p>"));

        // Assert
        Assert.Contains("1 张图片无法保留", (await editor.ReadAsync($"admin/contents/{IdOf(answer)}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_OfRareCharacters_IsAsLongAsAnyOther()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");
        var title = string.Concat(Enumerable.Repeat("𬭛", AgencyCMS.ContentManagement.Publishing.ContentLimits.Title));

        // Act
        var answer = await editor.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", title), ("AutoroutePart.Path", "rare-characters"));

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(title, (await site.LatestAsync(IdOf(answer))).DisplayText);
    }

    [Fact]
    public async Task Item_PublishedWithARareCharacterInItsTitle_CanBeSavedAgain()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        var published = await chief.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "关于𬭛的通知"), ("Do", "publish"));

        // Act
        var answer = await chief.SubmitAsync($"admin/contents/{IdOf(published)}", ("HtmlBodyPart.Html", "<p>Corrected</p>"), ("Do", "publish"));

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var reader = site.Browse();
        Assert.Contains("Corrected", await reader.TextAsync("关于𬭛的通知"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_LongerThanItsLimit_IsRefused()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");

        // Act
        var answer = await editor.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", new string('长', AgencyCMS.ContentManagement.Publishing.ContentLimits.Title + 1)));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Form_RefusedForOneField_KeepsEverythingTyped()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");

        // Act
        var answer = await editor.SubmitAsync(
            "admin/contents/new/Page", ("TitlePart.Title", "Kept title"), ("HtmlBodyPart.Html", "<p>Kept text</p>"), ("Page.Amount", "twelve"), ("Comment", "kept reason"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.ParseAsync(answer);
        Assert.Equal("Kept title", page.QuerySelector("[name='TitlePart.Title']")!.GetAttribute("value"));
        Assert.Equal("<p>Kept text</p>", page.QuerySelector("[name='HtmlBodyPart.Html']")!.TextContent.Trim());
        Assert.Equal("twelve", page.QuerySelector("[name='Page.Amount']")!.GetAttribute("value"));
        Assert.Equal("kept reason", page.QuerySelector("[name='Comment']")!.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector("[name='Page.Amount']")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task UnknownParts_AfterAnEdit_AreStillThereAndShown()
    {
        // Arrange
        var item = ContentsSite.NewPage("With a stranger", "with-a-stranger");
        item.Document["StrangePart"] = new System.Text.Json.Nodes.JsonObject { ["Answer"] = 42.50m, ["Text"] = "left alone" };
        await site.DraftAsync(item);
        using var editor = await site.SignInAsync("editor");

        // Act
        var page = await editor.ReadAsync($"admin/contents/{item.ContentItemId}");
        await editor.SubmitAsync(page, item.ContentItemId, ("TitlePart.Title", "Still with a stranger"));

        // Assert
        Assert.Contains("left alone", page.QuerySelector("details pre")!.TextContent, StringComparison.Ordinal);
        var saved = await site.LatestAsync(item.ContentItemId);
        Assert.Equal("Still with a stranger", saved.DisplayText);
        Assert.Equal(item.Document["StrangePart"]!.ToJsonString(), saved.Document["StrangePart"]!.ToJsonString());
    }

    [Fact]
    public async Task Html_WithAScript_IsCleanedWhenItIsSaved()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");

        // Act
        var answer = await editor.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "Clean"), ("HtmlBodyPart.Html", "<p onclick=\"x()\">Fine<script>x()</script></p>"));

        // Assert
        var saved = await site.LatestAsync(IdOf(answer));
        Assert.DoesNotContain("script", saved.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", saved.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OfAnOldVersion_KeepsTheVersionsInBetween()
    {
        // Arrange
        var item = ContentsSite.NewPage("One", "restored");
        await site.DraftAsync(item);
        item.Alter<ContentManagement.Items.Parts.TitlePart>(part => part.Title = "Two");
        await site.DraftAsync(item, stamp: 1);
        using var editor = await site.SignInAsync("editor");
        var page = await editor.ReadAsync($"admin/contents/{item.ContentItemId}/versions");

        // Act
        await editor.SubmitAsync(page, "/restore");

        // Assert
        var versions = await site.VersionsAsync(item.ContentItemId);
        Assert.Equal(["One", "Two", "One"], versions.Select(version => ContentItem.FromJson(version.Json).DisplayText));
    }

    [Fact]
    public async Task Draft_PublishedMeanwhile_IsNotToldToBeDiscarded()
    {
        // Arrange
        var item = ContentsSite.NewPage("Wrong draft", "wrong-draft");
        await site.PublishAsync(item);
        await site.DraftAsync(item.Alter<ContentManagement.Items.Parts.TitlePart>(part => part.Title = "Wrong draft, second"), stamp: (await site.RowAsync(item.ContentItemId)).Stamp);
        using var editor = await site.SignInAsync("editor");
        using var chief = await site.SignInAsync("chief");
        var old = await editor.ReadAsync($"admin/contents/{item.ContentItemId}");
        await chief.SubmitAsync(await chief.ReadAsync($"admin/contents/{item.ContentItemId}"), "/publish");

        // Act
        var answer = await editor.SubmitAsync(old, "/discard");

        // Assert
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
    }

    [Fact]
    public async Task Form_SentAgainAfterItsDraftWasDiscarded_IsNotToldToBeSaved()
    {
        // Arrange
        var item = ContentsSite.NewPage("Saved, discarded", "saved-discarded");
        await site.PublishAsync(item);
        using var editor = await site.SignInAsync("editor");
        var form = await editor.ReadAsync($"admin/contents/{item.ContentItemId}");
        var action = form.QuerySelector("form[data-guard]")!.GetAttribute("action")!;
        await editor.SubmitAsync(form, action, ("TitlePart.Title", "Saved, second"));
        await editor.SubmitAsync(await editor.ReadAsync($"admin/contents/{item.ContentItemId}"), "/discard");

        // Act
        var answer = await editor.SubmitAsync(form, action, ("TitlePart.Title", "Saved, second"));

        // Assert
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
    }

    [Theory]
    [InlineData("/publish")]
    [InlineData("/discard")]
    [InlineData("/withdraw")]
    public async Task Button_PressedTwice_IsNoConflict(string verb)
    {
        // Arrange
        var item = ContentsSite.NewPage("Pressed twice " + verb, "pressed-twice" + verb.Replace('/', '-'));
        await site.PublishAsync(item);
        await site.DraftAsync(item.Alter<ContentManagement.Items.Parts.TitlePart>(part => part.Title = "Second"), stamp: (await site.RowAsync(item.ContentItemId)).Stamp);
        using var chief = await site.SignInAsync("chief");
        var page = await chief.ReadAsync($"admin/contents/{item.ContentItemId}");
        (string, string)[] typed = verb == "/withdraw" ? [("Reason", "Wrong.")] : [];

        // Act
        var answers = await Task.WhenAll(chief.SubmitAsync(page, verb, typed), chief.SubmitAsync(page, verb, typed));

        // Assert
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
    }

    [Fact]
    public async Task Restore_PressedTwice_MakesOneVersion()
    {
        // Arrange
        var item = ContentsSite.NewPage("One", "restored-twice");
        await site.DraftAsync(item);
        await site.DraftAsync(item.Alter<ContentManagement.Items.Parts.TitlePart>(part => part.Title = "Two"), stamp: 1);
        using var editor = await site.SignInAsync("editor");
        var page = await editor.ReadAsync($"admin/contents/{item.ContentItemId}/versions");

        // Act
        var answers = await Task.WhenAll(editor.SubmitAsync(page, "/restore"), editor.SubmitAsync(page, "/restore"));

        // Assert
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(3, (await site.VersionsAsync(item.ContentItemId)).Count);
    }

    [Fact]
    public async Task Restore_SaysTheNumberThatTheVersionHas()
    {
        // Arrange
        var item = ContentsSite.NewPage("One", "restored-with-its-number");
        await site.DraftAsync(item);
        item.Alter<ContentManagement.Items.Parts.TitlePart>(part => part.Title = "Two");
        await site.DraftAsync(item, stamp: 1);
        using var editor = await site.SignInAsync("editor");
        var page = await editor.ReadAsync($"admin/contents/{item.ContentItemId}/versions");
        var form = page.QuerySelectorAll("form").Single(form => form.GetAttribute("action")!.EndsWith("/restore", StringComparison.Ordinal));

        // Act
        await editor.PostAsync(
            form.GetAttribute("action")!, [.. form.QuerySelectorAll("input").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!)), ("number", "77")]);

        // Assert
        var comment = (await site.VersionsAsync(item.ContentItemId)).Single(version => version.Comment is not null).Comment!; // asked for
        Assert.Contains("1", comment, StringComparison.Ordinal);
        Assert.DoesNotContain("77", comment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Autosave_OfTypedText_IsOfferedAndTakenUp()
    {
        // Arrange
        var item = ContentsSite.NewPage("Typed into", "typed-into");
        await site.DraftAsync(item);
        using var editor = await site.SignInAsync("editor");
        var page = await editor.ReadAsync($"admin/contents/{item.ContentItemId}");
        var form = page.QuerySelector("form[data-autosave]")!;
        form.SetAttribute("action", form.GetAttribute("data-autosave")!);

        // Act
        var kept = await editor.SubmitAsync(page, "/autosave", ("TitlePart.Title", "Half a sent"));

        // Assert
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Single(await site.VersionsAsync(item.ContentItemId));
        var offered = await editor.ReadAsync($"admin/contents/{item.ContentItemId}");
        Assert.NotNull(offered.QuerySelector("form[action$='/autosave/discard']"));
        var taken = await editor.ReadAsync($"admin/contents/{item.ContentItemId}?unsaved=true");
        Assert.Equal("Half a sent", taken.QuerySelector("[name='TitlePart.Title']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Autosaves_OfOnePerson_AreNotKeptWithoutEnd()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");
        var page = await editor.ReadAsync("admin/contents/new/Page");
        var form = page.QuerySelector("form[data-autosave]")!;

        // Act
        for (var number = 0; number < Autosaves.MaxOfPerson + 5; number++)
        {
            form.SetAttribute("action", $"/finance/admin/contents/{ContentIds.New()}/autosave");
            await editor.SubmitAsync(page, "/autosave", ("TitlePart.Title", $"Begun {number}"));
        }

        // Assert
        var kept = await site.InAsync(site.Finance, services => services.GetRequiredService<TenantDb>().Set<ContentAutosaveRow>().CountAsync(row => row.Account == "editor"));
        Assert.Equal(Autosaves.MaxOfPerson, kept);
    }

    [Fact]
    public async Task Autosaves_ThatArriveAtOnce_AreKeptOrDiscarded()
    {
        // Arrange
        var item = ContentsSite.NewPage("Typed at once", "typed-at-once");
        await site.DraftAsync(item);
        using var editor = await site.SignInAsync("editor");
        var page = await editor.ReadAsync($"admin/contents/{item.ContentItemId}");
        var token = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var stamp = page.QuerySelector("[name=ExpectedVersion]")!.GetAttribute("value")!;
        var address = $"admin/contents/{item.ContentItemId}/autosave";

        // Act
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(async () => (await editor.PostAsync(
            number % 4 == 3 ? address + "/discard" : address, ("TitlePart.Title", $"Typed {number}"), ("ExpectedVersion", stamp), ("__RequestVerificationToken", token))).StatusCode)));

        // Assert
        Assert.All(answers, answer => Assert.Contains(answer, new[] { HttpStatusCode.OK, HttpStatusCode.Found }));
    }

    [Fact]
    public async Task Autosaves_OfOnePerson_AreNotKeptBeyondTheirRoom()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");
        var page = await editor.ReadAsync("admin/contents/new/Page");
        var form = page.QuerySelector("form[data-autosave]")!;
        string[] ids = [ContentIds.New(), ContentIds.New(), ContentIds.New()];

        // Act
        foreach (var id in ids)
        {
            site.Clock.Advance(TimeSpan.FromSeconds(1));
            form.SetAttribute("action", $"/finance/admin/contents/{id}/autosave");
            await editor.SubmitAsync(page, "/autosave", ("HtmlBodyPart.Html", new string('b', Autosaves.MaxCharactersOfPerson * 2 / 5)));
        }

        // Assert
        var kept = await site.InAsync(site.Finance, services => services.GetRequiredService<TenantDb>().Set<ContentAutosaveRow>().Where(row => ids.Contains(row.ContentItemId)).Select(row => row.ContentItemId).ToListAsync());
        Assert.Equal(ids[1..].Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Autosave_AfterTheSave_IsGone()
    {
        // Arrange
        var item = ContentsSite.NewPage("Typed and saved", "typed-and-saved");
        await site.DraftAsync(item);
        using var editor = await site.SignInAsync("editor");
        var page = await editor.ReadAsync($"admin/contents/{item.ContentItemId}");
        var form = page.QuerySelector("form[data-autosave]")!;
        var action = form.GetAttribute("action")!;
        form.SetAttribute("action", form.GetAttribute("data-autosave")!);
        await editor.SubmitAsync(page, "/autosave", ("TitlePart.Title", "Whole"));
        form.SetAttribute("action", action);

        // Act
        await editor.SubmitAsync(page, item.ContentItemId, ("TitlePart.Title", "Whole"));

        // Assert
        var opened = await editor.ReadAsync($"admin/contents/{item.ContentItemId}");
        Assert.Null(opened.QuerySelector("form[action$='/autosave/discard']"));
    }

    [Fact]
    public async Task Autosave_ThatArrivesAfterItsForm_IsNotOffered()
    {
        // Arrange
        var item = ContentsSite.NewPage("Overtaken", "overtaken");
        await site.DraftAsync(item);
        using var editor = await site.SignInAsync("editor");
        var page = await editor.ReadAsync($"admin/contents/{item.ContentItemId}");
        await editor.SubmitAsync(page, item.ContentItemId, ("Comment", "nothing but a comment"));
        var form = page.QuerySelector("form[data-autosave]")!;
        form.SetAttribute("action", form.GetAttribute("data-autosave")!);

        // Act
        var kept = await editor.SubmitAsync(page, "/autosave", ("Comment", "nothing but a comment"));

        // Assert
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        var opened = await editor.ReadAsync($"admin/contents/{item.ContentItemId}");
        Assert.Null(opened.QuerySelector("form[action$='/autosave/discard']"));
    }

    [Fact]
    public async Task Arrived_OfASavedForm_IsTrueForItsSenderAlone()
    {
        // Arrange
        var item = ContentsSite.NewPage("Arrived", "arrived");
        await site.DraftAsync(item);
        using var editor = await site.SignInAsync("editor");
        using var chief = await site.SignInAsync("chief");
        var page = await editor.ReadAsync($"admin/contents/{item.ContentItemId}");
        var address = page.QuerySelector("form[data-autosave]")!.GetAttribute("data-autosave-arrived") + "?token=" + page.QuerySelector("input[name=Token]")!.GetAttribute("value");
        var before = await editor.TextAsync(address);

        // Act
        await editor.SubmitAsync(page, item.ContentItemId, ("TitlePart.Title", "Arrived as a whole"));

        // Assert
        Assert.Equal(
            ("""{"arrived":false}""", """{"arrived":true}""", """{"arrived":false}"""),
            (before, await editor.TextAsync(address), await chief.TextAsync(address)));
    }

    [Fact]
    public async Task Message_AfterPublishing_LeadsToThePublicPage()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        var answer = await chief.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "Told"), ("AutoroutePart.Path", "told"), ("Do", "publish"));

        // Act
        var page = await chief.ReadAsync(answer.Headers.Location!.OriginalString);

        // Assert
        Assert.Equal("/finance/told", page.QuerySelector(".alert.is-good a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Publish_ByAnEditorWithoutTheRight_IsForbidden()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");

        // Act
        var answer = await editor.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "Too eager"), ("Do", "publish"));

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Editor_OfTheNeighbour_FindsNothingHere()
    {
        // Arrange
        var item = ContentsSite.NewPage("Ours", "ours-alone");
        await site.DraftAsync(item);
        using var stranger = await site.SignInAsync("stranger", site.Neighbour);

        // Act
        var there = await stranger.StatusAsync($"admin/contents/{item.ContentItemId}");
        var here = await stranger.StatusAsync($"/finance/admin/contents/{item.ContentItemId}");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, there);
        Assert.Equal(HttpStatusCode.Forbidden, here);
    }

    internal static string IdOf(HttpResponseMessage answer) => answer.Headers.Location!.OriginalString.Split('/', '?').Last(ContentIds.IsWellFormed);
}

public sealed class EditItemOnSqliteTests(SqliteSite site) : EditItemTests(site), IClassFixture<SqliteSite>;

public sealed class EditItemOnPostgreSqlTests(PostgreSqlSite site) : EditItemTests(site), IClassFixture<PostgreSqlSite>;
