using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AgencyCMS.Accounts.Tests.Fixtures;

namespace AgencyCMS.Accounts.Tests.Errors;

[Collection(OnSqlite.Name)]
public sealed class ErrorPageTests(SqliteCounty shared)
{
    private readonly County _county = shared.County;

    [Fact]
    public async Task Page_ThatIsNotThere_SaysSoInTheLanguageOfTheAgency()
    {
        // Arrange
        using var browser = _county.Browse(_county.Finance);

        // Act
        var answer = await browser.GetAsync("no-such-page");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("页面不存在", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithoutThePermission_SaysSoWithANumberToQuote()
    {
        // Arrange
        using var browser = await _county.SignInAsAsync(_county.Finance, "Editor");

        // Act
        var answer = await browser.GetAsync("admin/members");

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("咨询编号", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ForAReaderWhoHasNotSignedIn_LeadsToTheSignInOfThisAgency()
    {
        // Arrange
        using var browser = _county.Browse(_county.Finance);

        // Act
        var answer = await browser.GetAsync("admin/members?page=2");

        // Assert
        Assert.EndsWith("/finance/account/sign-in?returnUrl=%2Ffinance%2Fadmin%2Fmembers%3Fpage%3D2", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_ThatIsNotThere_AnswersWithProblemDetails()
    {
        // Arrange
        using var browser = _county.Browse(_county.Finance);

        // Act
        var answer = await browser.GetAsync("api/v1/no-such-thing");
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();

        // Assert
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(404, (int)problem!["status"]!);
        Assert.NotNull(problem["traceId"]);
    }

    [Fact]
    public async Task Address_AskedWithAnotherMethod_IsNotAllowed()
    {
        // Arrange
        using var browser = _county.Browse(_county.Finance);

        // Act
        var answer = await browser.PostAsync("admin/members");

        // Assert
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [InlineData("/moved/admin/contents/4abc", HttpStatusCode.MethodNotAllowed)]
    [InlineData("admin/no-such-form", HttpStatusCode.MethodNotAllowed)]
    public async Task Form_SentToAnAddressThatIsGone_IsToldToBeCopied(string path, HttpStatusCode status)
    {
        // Arrange
        using var browser = await _county.SignInAsAsync(_county.Finance, "Editor");

        // Act
        var answer = await browser.PostAsync(path, ("TitlePart.Title", "Long work"));

        // Assert
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("请先返回并复制您填写的内容", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("account/sign-in")]
    [InlineData("no-such-page")]
    [InlineData("api/v1/no-such-thing")]
    public async Task Answer_OfAnyKind_CarriesTheSecurityHeaders(string path)
    {
        // Arrange
        using var browser = _county.Browse(_county.Finance);

        // Act
        var headers = (await browser.GetAsync(path)).Headers;

        // Assert
        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("account/sign-in")]
    [InlineData("account/second-factor")]
    [InlineData("admin")]
    [InlineData("admin/accounts")]
    [InlineData("admin/operations")]
    public async Task Page_OfStaff_HoldsNothingThatThePolicyForbids(string path)
    {
        // Arrange
        using var browser = path == "account/sign-in" ? _county.Browse() : await _county.SignInAsAsync(_county.Office, "CountyAdministrator");

        // Act
        var page = await browser.ReadAsync(path);

        // Assert
        Assert.NotEmpty(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), [onclick], [onsubmit]"));
    }

    [Fact]
    public async Task Form_OfOneAgency_IsNotAcceptedByAnother()
    {
        // Arrange
        var person = await _county.AddPersonAsync(_county.Finance, "Editor");
        using var browser = await _county.SignInAsync(person, _county.Finance);
        var token = (await browser.ReadAsync("account")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        // Act
        var answer = await browser.PostAsync("/twin/account", ("__RequestVerificationToken", token), ("displayName", "x"));

        // Assert
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
