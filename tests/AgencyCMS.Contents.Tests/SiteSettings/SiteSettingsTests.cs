using System.Net;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;
using AngleSharp.Dom;

namespace AgencyCMS.Contents.Tests.SiteSettings;

/// <summary>What the agency says of itself.</summary>
public sealed class SiteSettingsTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    [Fact]
    public async Task ChangedTelephone_ShowsOnTheNextPage()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("With a footer", "with-a-footer"));
        using var reader = site.Browse();
        await reader.GetAsync("with-a-footer");
        using var chief = await site.SignInAsync("chief");

        // Act
        await chief.SubmitAsync("admin/settings", ("Phone", "0000-8889999"));

        // Assert
        Assert.Contains("0000-8889999", await reader.TextAsync("with-a-footer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithANameThatIsNoField_IsSaved()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        var page = await chief.ReadAsync("admin/settings");
        var hidden = new[] { "__RequestVerificationToken", "Shown" }.Select(name => (name, page.QuerySelector($"[name={name}]")!.GetAttribute("value")!));

        // Act
        var answer = await chief.PostAsync("admin/settings", [("Values", "x"), ("Values[0].Key", "x"), ("Phone", "0000-1112222"), .. hidden]);

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Value_ThatSomebodyElseChangedMeanwhile_StaysWhenAnotherIsSaved()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        await chief.SubmitAsync("admin/settings", ("Phone", "0000-1111111"), ("Fax", "0000-1111112"));
        var old = await chief.ReadAsync("admin/settings");
        await chief.SubmitAsync("admin/settings", ("Phone", "0000-2222222"));

        // Act
        var answer = await chief.SubmitAsync(old, "admin/settings", ("Fax", "0000-3333333"));

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var now = await chief.ReadAsync("admin/settings");
        Assert.Equal(("0000-2222222", "0000-3333333"), (ValueOf(now, "Phone"), ValueOf(now, "Fax")));
    }

    [Fact]
    public async Task Value_ThatTwoHaveChanged_IsAskedAboutAndThenAsTheLastSays()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        var old = await chief.ReadAsync("admin/settings");
        await chief.SubmitAsync("admin/settings", ("Phone", "0000-4444444"));

        // Act
        var refused = await chief.SubmitAsync(old, "admin/settings", ("Phone", "0000-5555555"));
        var asked = await Browser.ParseAsync(refused);
        var saved = await chief.SubmitAsync(asked, "admin/settings");

        // Assert
        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.Redirect), (refused.StatusCode, saved.StatusCode));
        Assert.Contains("0000-4444444", asked.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("0000-5555555", ValueOf(await chief.ReadAsync("admin/settings"), "Phone"));
    }

    [Fact]
    public async Task Value_ThatNobodyDisputed_StaysAsTheOtherSavedItAfterTheQuestion()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        var old = await chief.ReadAsync("admin/settings");
        await chief.SubmitAsync("admin/settings", ("Phone", "0000-6666666"), ("OfficeHours", "New hours"));
        var asked = await Browser.ParseAsync(await chief.SubmitAsync(old, "admin/settings", ("Phone", "0000-7777777")));

        // Act
        await chief.SubmitAsync(asked, "admin/settings");

        // Assert
        var now = await chief.ReadAsync("admin/settings");
        Assert.Equal(("0000-7777777", "New hours"), (ValueOf(now, "Phone"), ValueOf(now, "OfficeHours")));
    }

    [Fact]
    public async Task Description_SentBackWithTheBrowsersLineEnds_IsUntouched()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        await chief.SubmitAsync("admin/settings", ("Description", "One\nTwo"));
        var old = await chief.ReadAsync("admin/settings");
        await chief.SubmitAsync("admin/settings", ("Description", "Three"));

        // Act
        var answer = await chief.SubmitAsync(old, "admin/settings", ("Description", "One\r\nTwo"), ("Fax", "0000-8888888"));

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("Three", (await chief.ReadAsync("admin/settings")).QuerySelector("[name=Description]")!.TextContent.Trim());
    }

    [Fact]
    public async Task Emblem_ThatTwoHaveUploaded_StaysTheFirstUntilAPictureIsChosenAgain()
    {
        // Arrange
        var picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        using var chief = await site.SignInAsync("chief");
        var old = await chief.ReadAsync("admin/settings");
        await chief.SubmitAsync(await chief.ReadAsync("admin/settings"), "admin/settings", [("EmblemFile", "first.png", picture)]);
        var first = ValueOf(await chief.ReadAsync("admin/settings"), "Emblem");
        var refused = await chief.SubmitAsync(old, "admin/settings", [("EmblemFile", "second.png", picture)]);

        // Act
        await chief.SubmitAsync(await Browser.ParseAsync(refused), "admin/settings");

        // Assert
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        Assert.Equal(first, ValueOf(await chief.ReadAsync("admin/settings"), "Emblem"));
    }

    [Fact]
    public async Task Colour_ThatIsNone_IsRefusedAndKept()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");

        // Act
        var answer = await chief.SubmitAsync("admin/settings", ("PrimaryColour", "reddish"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("reddish", (await Browser.ParseAsync(answer)).QuerySelector("[name='PrimaryColour']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Telephone_WithACharacterThatTurnsTheOrder_IsRefusedAtItsField()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");

        // Act
        var answer = await chief.SubmitAsync("admin/settings", ("Phone", "12\u202E34"), ("Fax", "0000-7771111"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.ParseAsync(answer);
        Assert.Equal("#Phone", page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.Equal("0000-7771111", page.QuerySelector("[name=Fax]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Emblem_Uploaded_StandsOnThePages()
    {
        // Arrange
        var picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        using var chief = await site.SignInAsync("chief");

        // Act
        await chief.SubmitAsync(await chief.ReadAsync("admin/settings"), "admin/settings", [("EmblemFile", "徽标.png", picture)]);

        // Assert
        var address = (await chief.ReadAsync("admin/settings")).QuerySelector("[name=Emblem]")!.GetAttribute("value")!;
        Assert.StartsWith("~/media/site/emblem-", address, StringComparison.Ordinal);
        using var reader = site.Browse();
        Assert.Equal(picture, await (await reader.GetAsync(address[2..])).Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("program.exe")]
    [InlineData("notpicture.png")]
    public async Task Emblem_ThatIsNoPicture_IsRefusedAndTheRestIsKept(string name)
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        var page = await chief.ReadAsync("admin/settings");

        // Act
        var answer = await chief.SubmitAsync(page, "admin/settings", [("EmblemFile", name, "MZ not a picture"u8.ToArray())], ("Fax", "0000-1112223"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var again = await Browser.ParseAsync(answer);
        Assert.Equal("0000-1112223", again.QuerySelector("[name=Fax]")!.GetAttribute("value"));
        Assert.Equal("#EmblemFile", again.QuerySelector(".error-summary a")!.GetAttribute("href"));
    }

    private static string? ValueOf(IDocument page, string field) => page.QuerySelector($"[name={field}]")!.GetAttribute("value");

    [Fact]
    public async Task Settings_ForAnEditor_AreForbidden()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");

        // Act
        var status = await editor.StatusAsync("admin/settings");

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, status);
    }
}
