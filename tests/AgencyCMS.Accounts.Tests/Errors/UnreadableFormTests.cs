using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AgencyCMS.Accounts.Tests.Fixtures;

namespace AgencyCMS.Accounts.Tests.Errors;

/// <summary>What is refused and how is decided by the platform, not by what was sent.</summary>
[Collection(OnSqlite.Name)]
public sealed class UnreadableFormTests(SqliteCounty shared)
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private readonly County _county = shared.County;

    [Theory]
    [InlineData("account/sign-in", "status=200", HttpStatusCode.BadRequest)]
    [InlineData("account/sign-in?status=200", "UserName=x", HttpStatusCode.BadRequest)]
    [InlineData("no-such-page", "status=200", HttpStatusCode.MethodNotAllowed)]
    [InlineData("admin/settings", "status=200&code=200", HttpStatusCode.Unauthorized)]
    public async Task RefusedForm_ThatNamesAStatus_DoesNotChooseIt(string address, string form, HttpStatusCode expected)
    {
        // Arrange
        using var browser = _county.Browse(_county.Finance);

        // Act
        using var answer = await SendAsync(browser.Client, address, Encoding.ASCII.GetBytes(form), UrlEncoded);

        // Assert
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("NUL", "UserName=%00", UrlEncoded, HttpStatusCode.BadRequest)]
    [InlineData("encoding that is not read any more", "a=b", UrlEncoded + "; charset=utf-7", HttpStatusCode.BadRequest)]
    [InlineData("cut multipart", "--x\r\nContent-Disposition: form-data; name=\"UserName\"\r\n\r\nabc", "multipart/form-data; boundary=x", HttpStatusCode.BadRequest)]
    [InlineData("multipart without boundary", "abc", "multipart/form-data", HttpStatusCode.BadRequest)]
    [InlineData("multipart without names", "--x\r\nX: y\r\n\r\nabc\r\n--x--", "multipart/form-data; boundary=x", HttpStatusCode.BadRequest)]
    public async Task BrokenForm_IsRefusedWithThePageOfForms(string what, string body, string type, HttpStatusCode expected)
    {
        // Arrange
        using var browser = _county.Browse(_county.Finance);

        // Act
        using var answer = await SendAsync(browser.Client, "account/sign-in", Encoding.ASCII.GetBytes(body), type);

        // Assert
        Assert.True(expected == answer.StatusCode, what);
        Assert.Contains("表单", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3000, 1)]
    [InlineData(1, 5 * 1024 * 1024)]
    public async Task FormBeyondTheLimits_IsTooLarge(int keys, int valueCharacters)
    {
        // Arrange
        using var browser = _county.Browse(_county.Finance);
        var form = string.Join('&', Enumerable.Range(0, keys).Select(key => $"k{key}={new string('x', valueCharacters)}"));

        // Act
        using var answer = await SendAsync(browser.Client, "account/sign-in", Encoding.ASCII.GetBytes(form), UrlEncoded);

        // Assert
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("咨询编号", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BrokenForm_SentToAnAddressThatTakesNone_IsNotRead()
    {
        // Arrange
        using var browser = _county.Browse(_county.Finance);
        using var request = new HttpRequestMessage(HttpMethod.Get, "no-such-page") { Content = new StringContent("status=%00", null, UrlEncoded) };

        // Act
        using var answer = await browser.SendAsync(request);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string address, byte[] body, string type)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return await client.PostAsync(new Uri(address, UriKind.Relative), content);
    }
}
