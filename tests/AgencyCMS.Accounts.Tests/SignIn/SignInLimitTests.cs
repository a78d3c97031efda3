using System.Net;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using AgencyCMS.Testing.Hosting;

namespace AgencyCMS.Accounts.Tests.SignIn;

public sealed class SignInLimitTests
{
    [Fact]
    public async Task SignIn_MoreOftenThanTheLimit_MustWait()
    {
        // Arrange
        await using var county = await County.StartAsync(DatabaseProvider.Sqlite, options => options.Set("AgencyCMS:Accounts:SignInsPerMinute", "2"));
        using var browser = county.Browse();
        await browser.SignInAsync("a1", "Wrong-Password-1");
        await browser.SignInAsync("a2", "Wrong-Password-1");

        // Act
        var answer = await browser.SignInAsync("a3", "Wrong-Password-1");

        // Assert
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task SignIn_FromManyAddressesOfOneNetwork_IsCountedAsOne()
    {
        // Arrange
        await using var county = await County.StartAsync(DatabaseProvider.Sqlite, options => options.Set("AgencyCMS:Accounts:SignInsPerMinute", "2"));
        await SignInFromAsync(county, "2001:db8:0:1::1");
        await SignInFromAsync(county, "2001:db8:0:1::2");

        // Act
        var answer = await SignInFromAsync(county, "2001:db8:0:1::3");

        // Assert
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> SignInFromAsync(County county, string address)
    {
        using var browser = county.Browse();
        browser.Client.DefaultRequestHeaders.Add(PretendedAddresses.Header, address);
        return await browser.SignInAsync("a" + address[^1], "Wrong-Password-1");
    }
}
