using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Modularity.Tests.Texts;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("mailto:a@example.org")]
    [InlineData("tel:12345")]
    [InlineData("/guide")]
    [InlineData("~/guide")]
    [InlineData("guide?a=b:c")]
    [InlineData("")]
    [InlineData(null)]
    public void Address_ThatLeadsSomewhere_IsSafe(string? address) => Assert.True(WebAddress.IsSafe(address));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JAVASCRIPT:alert(1)")]
    [InlineData(" \u0001java\r\nscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("blob:x")]
    public void Address_ThatCouldRun_IsNot(string address) => Assert.False(WebAddress.IsSafe(address));
}
