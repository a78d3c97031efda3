using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AgencyCMS.Presentation.Tests;

public sealed class PageAlertsTests
{
    [Fact]
    public void Alerts_ThatNobodyHasLookedAt_DoNotPileUp()
    {
        // Arrange
        var kept = new TempDataDictionary(new DefaultHttpContext(), new NoTempData());

        // Act
        for (var number = 1; number <= 1000; number++)
        {
            kept.AddAlert(AlertKind.Info, $"{number} {new string('长', 5000)}");
        }

        // Assert
        var alerts = kept.TakeAlerts();
        Assert.StartsWith("1000 ", alerts[^1].Text, StringComparison.Ordinal);
        Assert.InRange(alerts.Sum(alert => alert.Text.Length), 1, 2000);
    }

    private sealed class NoTempData : ITempDataProvider
    {
        public IDictionary<string, object> LoadTempData(HttpContext context) => new Dictionary<string, object>();

        public void SaveTempData(HttpContext context, IDictionary<string, object> values)
        {
            // Nothing is kept beyond the test.
        }
    }
}
