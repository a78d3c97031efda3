using System.Net;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Presentation.Http;

namespace AgencyCMS.Accounts.Tests.Limits;

[Collection(OnSqlite.Name)]
public sealed class TextLimitTests(SqliteCounty shared)
{
    private static readonly string TooLong = new('长', TextLimits.Characters + 1);

    [Theory]
    [InlineData("UserName")]
    [InlineData("Password")]
    [InlineData("ReturnUrl")]
    public async Task FieldOfAForm_LongerThanAnyNeedsToBe_IsRefused(string field)
    {
        // Arrange
        using var browser = shared.County.Browse(shared.County.Finance);

        // Act
        var answer = await browser.SubmitAsync("account/sign-in", (field, TooLong));

        // Assert
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task FieldOfAForm_ThatTakesManyValues_IsRefusedForOneOfThem()
    {
        // Arrange
        using var chief = await shared.County.SignInAsAsync(shared.County.Finance, "SiteAdministrator");
        var person = await shared.County.AddPersonAsync(shared.County.Finance, "Editor");

        // Act
        var answer = await chief.SubmitAsync(await chief.ReadAsync($"admin/members/{person.Id}"), null, ("Roles", TooLong), ("Groups", ""));

        // Assert
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Form_WithMoreInAFieldThanAFormMayHold_IsNotRead()
    {
        // Arrange
        using var browser = shared.County.Browse(shared.County.Finance);

        // Act
        var answer = await browser.SubmitAsync("account/sign-in", ("UserName", new string('a', 6_000_000)));

        // Assert
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Fact]
    public async Task InputOfAForm_TellsTheBrowserItsMaximum()
    {
        // Arrange
        using var browser = shared.County.Browse(shared.County.Finance);

        // Act
        var page = await browser.ReadAsync("account/sign-in");

        // Assert
        Assert.All(page.QuerySelectorAll("input[type=text], input[type=password]"), input => Assert.True(input.HasAttribute("maxlength"), input.OuterHtml));
    }
}
