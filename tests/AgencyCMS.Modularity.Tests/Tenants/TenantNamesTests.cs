using AgencyCMS.Modularity.Tenants;
using FsCheck.Xunit;

namespace AgencyCMS.Modularity.Tests.Tenants;

public sealed class TenantNamesTests
{
    [Theory]
    [InlineData("cz")]
    [InlineData("finance-bureau")]
    [InlineData("town2")]
    [InlineData("a234567890123456789012345678901234567890")]
    public void Name_ThatFitsIntoAnAddress_IsTaken(string name)
    {
        // Act, Assert
        Assert.Empty(TenantNames.CheckName(name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("f")]
    [InlineData("2town")]
    [InlineData("-finance")]
    [InlineData("finance-")]
    [InlineData("finance--bureau")]
    [InlineData("Finance")]
    [InlineData("财政局")]
    [InlineData("finance/admin")]
    [InlineData("finance\n")]
    [InlineData("a2345678901234567890123456789012345678901")]
    public void Name_ThatCannotBeAPath_IsRefusedWithTheReason(string name)
    {
        // Act
        var problem = Assert.Single(TenantNames.CheckName(name));

        // Assert
        Assert.Equal("tenants.name-not-a-path", problem.Code);
    }

    [Fact]
    public void Name_ThatThePlatformUses_IsReserved()
    {
        // Act
        var codes = TenantNames.Reserved.Where(word => word.All(char.IsAsciiLetter)).SelectMany(TenantNames.CheckName).Select(problem => problem.Code);

        // Assert
        Assert.All(codes, code => Assert.Equal("tenants.name-reserved", code));
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("account")]
    [InlineData("catalogue")]
    public void Prefix_ThatThePlatformUses_IsReserved(string prefix)
    {
        // Act
        var problem = Assert.Single(TenantNames.CheckPrefix(prefix));

        // Assert
        Assert.Equal("tenants.name-reserved", problem.Code);
    }

    [Theory]
    [InlineData("http://czj.example.gov.cn")]
    [InlineData("czj.example.gov.cn:8080")]
    [InlineData("czj..example")]
    [InlineData("-czj.example")]
    [InlineData("czj.example\n")]
    [InlineData("")]
    public void Host_ThatIsNoHostName_IsRefused(string host)
    {
        // Act
        var problem = Assert.Single(TenantNames.CheckHost(host));

        // Assert
        Assert.Equal("tenants.host-not-valid", problem.Code);
    }

    [Property(Arbitrary = [typeof(TenantTexts)], MaxTest = 1000)]
    public void Name_ThatIsTaken_StandsInAnAddressAsItIs(string text)
    {
        // Act
        var isTaken = !TenantNames.CheckName(text).Any();

        // Assert
        Assert.True(!isTaken || new Uri("http://localhost/" + text + "/page").AbsolutePath == $"/{text}/page");
    }

    [Property(Arbitrary = [typeof(TenantTexts)], MaxTest = 1000)]
    public void Host_ThatIsTaken_IsTheHostOfItsAddress(string text)
    {
        // Act
        var isTaken = !TenantNames.CheckHost(text).Any();

        // Assert
        Assert.True(!isTaken || Uri.CheckHostName(text) is UriHostNameType.Dns or UriHostNameType.IPv4);
    }
}
