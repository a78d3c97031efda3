using System.Net;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

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
