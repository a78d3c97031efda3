using System.Net;
using AgencyCMS.Accounts.Domain;

namespace AgencyCMS.Accounts.Tests.Domain;

public sealed class ClientTraceTests
{
    [Theory]
    [InlineData("192.168.17.23", "192.168.17.0/24")]
    [InlineData("::ffff:192.168.17.23", "192.168.17.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48")]
    public void Network_OfAnAddress_DoesNotNameTheMachine(string address, string expected)
    {
        // Act
        var trace = ClientTrace.Of("", IPAddress.Parse(address));

        // Assert
        Assert.Equal(expected, trace.Network);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux")]
    [InlineData("curl/8", "?, ?")]
    public void Device_OfABrowser_IsNamedInWords(string userAgent, string expected)
    {
        // Act
        var trace = ClientTrace.Of(userAgent, null);

        // Assert
        Assert.Equal(expected, trace.Device);
    }
}
