using System.Net;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Presentation.Http;

namespace AgencyCMS.Accounts.Tests.SignIn;

[Collection(OnSqlite.Name)]
public sealed class ReturnAddressOnSqliteTests(SqliteCounty shared) : ReturnAddressTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class ReturnAddressOnPostgreSqlTests(PostgreSqlCounty shared) : ReturnAddressTests(shared.County);

/// <summary>Where a person is sent back to. A header carries ASCII only; the server itself stops with anything else.</summary>
public abstract class ReturnAddressTests(County county)
{
    [Theory]
    [InlineData("/finance/info/%E4%B8%AD?q=%C3%A9", "/finance/info/%E4%B8%AD?q=%C3%A9")]
    [InlineData("/finance/a%20b", "/finance/a%20b")]
    [InlineData("/finance/%25E4", "/finance/%E4")]
    [InlineData("/finance/%EF%BF%BE", "/finance/")]
    [InlineData("%2F%2Fevil.example%2F%E4%B8%AD", "/finance/")]
    public async Task Choice_OfALanguage_LeadsBackToTheEncodedAddress(string sent, string address)
    {
        // Arrange
        using var reader = county.Browse(county.Finance);

        // Act
        var view = await reader.GetAsync("_theme/view?set=elder&return=" + sent);
        var language = await reader.GetAsync("_theme/language?set=en&return=" + sent);

        // Assert
        Assert.Equal((HttpStatusCode.Found, address), (view.StatusCode, view.Headers.Location?.OriginalString));
        Assert.Equal((HttpStatusCode.Found, address), (language.StatusCode, language.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task SignIn_WithAChineseReturnAddress_LeadsThere()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = county.Browse(county.Finance);

        // Act
        var answer = await browser.SignInAsync(person.Name, County.Password, "/finance/中");

        // Assert
        Assert.Equal("/finance/%E4%B8%AD", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task SignIn_OfSomebodyWhoIsSignedIn_LeadsToTheChineseReturnAddress()
    {
        // Arrange
        using var browser = await county.SignInAsAsync(county.Finance, "Editor");

        // Act
        var answer = await browser.GetAsync("account/sign-in?returnUrl=/finance/%E4%B8%AD");

        // Assert
        Assert.Equal("/finance/%E4%B8%AD", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Password_ChangedOnTheWayToAChineseAddress_LeadsThere()
    {
        // Arrange
        using var browser = await county.SignInAsAsync(county.Finance, "Editor");

        // Act
        var answer = await browser.SubmitAsync(
            "account/password?returnUrl=/finance/%E4%B8%AD", ("CurrentPassword", County.Password), ("NewPassword", "Lantern-Road-58"), ("RepeatedPassword", "Lantern-Road-58"));

        // Assert
        Assert.Equal("/finance/%E4%B8%AD", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/a\u4e2d", "/a%E4%B8%AD")]
    [InlineData("/a\ud840\udc00", "/a%F0%A0%80%80")]
    [InlineData("/a\uFFFE", null)]
    [InlineData("//evil.example", null)]
    [InlineData("/\\evil.example", null)]
    [InlineData("https://evil.example", null)]
    [InlineData("/a\nb", null)]
    [InlineData(null, null)]
    public void Address_FromOutside_IsLocalAndEncodedOrNone(string? address, string? found) => Assert.Equal(found, LocalAddress.Find(address));
}
