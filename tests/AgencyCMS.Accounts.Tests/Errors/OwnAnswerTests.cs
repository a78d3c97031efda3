using AgencyCMS.Accounts.Tests.Fixtures;

namespace AgencyCMS.Accounts.Tests.Errors;

/// <summary>What is made for one person is kept by nobody.</summary>
[Collection(OnSqlite.Name)]
public sealed class OwnAnswerTests(SqliteCounty shared)
{
    private readonly County _county = shared.County;

    [Theory]
    [InlineData("")]
    [InlineData("search?q=x")]
    [InlineData("api/v1/search?q=x")]
    [InlineData("api/v1/no-such-thing")]
    [InlineData("account")]
    [InlineData("admin")]
    [InlineData("no-such-page")]
    public async Task Answer_ToSomebodySignedIn_IsKeptNowhere(string path)
    {
        // Arrange
        using var browser = await _county.SignInAsAsync(_county.Finance, "Editor");

        // Act
        using var answer = await browser.GetAsync(path);

        // Assert
        Assert.True(answer.Headers.CacheControl is { NoStore: true, Private: true }, answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Colours_ForSomebodySignedIn_AreKept()
    {
        // Arrange
        using var browser = await _county.SignInAsAsync(_county.Finance, "Editor");
        var address = (await browser.ReadAsync("account")).QuerySelector("link[href*='colours.css']")!.GetAttribute("href")!; // every page has it

        // Act
        using var answer = await browser.GetAsync(address);

        // Assert
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ToAnybody_IsForPagesOfThisHostAlone()
    {
        // Arrange
        using var browser = _county.Browse(_county.Finance);

        // Act
        using var answer = await browser.GetAsync("account/sign-in");

        // Assert
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }
}
