using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Modularity.Tests.Tenants;

public sealed class TenantTimesTests
{
    [Theory]
    [InlineData("Asia/Shanghai", "0001-01-01T00:00", null)]
    [InlineData("Asia/Shanghai", "9999-12-31T23:59", "9999-12-31T15:59:00Z")]
    [InlineData("Etc/GMT+5", "9999-12-31T23:59", null)]
    [InlineData("Etc/GMT+5", "0001-01-01T00:00", "0001-01-01T05:00:00Z")]
    public void Input_AtTheEdgeOfTheCalendar_IsReadOrNone(string zone, string text, string? instant)
    {
        // Arrange
        var tenant = new Tenant { Id = new TenantId(1), Name = "finance", Title = "", Kind = TenantKind.Department, State = TenantState.Running, TimeZone = zone };

        // Act
        var read = tenant.FromInput(text);

        // Assert
        Assert.Equal(instant is null ? null : DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), read);
    }
}
