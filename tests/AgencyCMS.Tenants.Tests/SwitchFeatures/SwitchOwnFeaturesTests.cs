using System.Net;
using AgencyCMS.Tenants.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Tenants.Tests.SwitchFeatures;

public sealed class SwitchOwnFeaturesTests(SqliteCounty fixture) : IClassFixture<SqliteCounty>
{
    private readonly County _county = fixture.County;

    [Fact]
    public async Task Administrator_SwitchesAFeatureOfTheSiteOff()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("own-features");
        using var administrator = await _county.SignInAsync(tenant, "SiteAdministrator");

        // Act
        using var answer = await SwitchAsync(administrator, "AgencyCMS.Disclosure", on: false);

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.False(_county.Directory.Find(tenant.Id)!.HasFeature("AgencyCMS.Disclosure"));
    }

    [Fact]
    public async Task FeatureThatAnotherNeeds_SaysWhichOne()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("needed-features");
        using var administrator = await _county.SignInAsync(tenant, "SiteAdministrator");

        // Act
        using var answer = await SwitchAsync(administrator, "AgencyCMS.Contents", on: false);

        // Assert
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("AgencyCMS.Disclosure", (await Browser.ParseAsync(answer)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CountyFeatures_AreNotOffered()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("no-county-features");
        using var administrator = await _county.SignInAsync(tenant, "SiteAdministrator");

        // Act
        var page = await administrator.ReadAsync("admin/features");

        // Assert
        Assert.Null(page.QuerySelector($"input[name=feature][value='{TenantFeatures.Console}']"));
        Assert.NotNull(page.QuerySelector("input[name=feature][value='AgencyCMS.Disclosure']"));
    }

    [Fact]
    public async Task Editor_MayNotSwitch()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("editor-features");
        using var editor = await _county.SignInAsync(tenant, "Editor");

        // Act
        var status = await editor.StatusAsync("admin/features");

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    // As if the page had been open while somebody else switched: the token is fetched from the page, the feature need not be on it.
    private static async Task<HttpResponseMessage> SwitchAsync(Browser browser, string feature, bool on) =>
        await browser.SubmitAsync("admin/features", ("feature", feature), ("on", on ? "true" : "false"));
}
