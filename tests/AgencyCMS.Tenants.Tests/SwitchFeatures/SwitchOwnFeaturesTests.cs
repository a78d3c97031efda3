using System.Net;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Recipes;
using AgencyCMS.Tenants.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Tenants.Tests.SwitchFeatures;

public sealed class SwitchOwnFeaturesTests(SqliteCounty fixture) : IClassFixture<SqliteCounty>
{
    private readonly County _county = fixture.County;

    [Theory]
    [InlineData("AgencyCMS.Disclosure")]
    [InlineData("AgencyCMS.Search")]
    [InlineData("AgencyCMS.Media")]
    [InlineData("AgencyCMS.Contents")]
    public async Task CoreFeature_SwitchedOffByTheAgency_IsRefusedAndStaysOn(string feature)
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("own-" + feature[10..].ToLowerInvariant());
        using var administrator = await _county.SignInAsync(tenant, "SiteAdministrator");

        // Act
        using var answer = await SwitchAsync(administrator, feature, on: false);

        // Assert
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(feature, (await Browser.ParseAsync(answer)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(200, await _county.StatusAsync(tenant));
        Assert.True(_county.Directory.Find(tenant.Id)!.HasFeature(feature));
    }

    [Fact]
    public async Task CoreFeature_ThatTheCountySwitchedOff_IsNotForTheAgencyToSwitchOn()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("own-again");
        Assert.Empty((await _county.Lifecycle.DisableFeatureAsync(tenant.Id, "AgencyCMS.Search", Actor.System, CancellationToken.None)).Problems);
        using var administrator = await _county.SignInAsync(tenant, "SiteAdministrator");

        // Act
        using var answer = await SwitchAsync(administrator, "AgencyCMS.Search", on: true);

        // Assert
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.False(_county.Directory.Find(tenant.Id)!.HasFeature("AgencyCMS.Search"));
    }

    [Fact]
    public async Task OwnFeatures_OfTheCountyAndTheCore_AreNotOffered()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("no-county-features");
        using var administrator = await _county.SignInAsync(tenant, "SiteAdministrator");

        // Act
        var page = await administrator.ReadAsync("admin/features");

        // Assert
        Assert.Null(page.QuerySelector($"input[name=feature][value='{TenantFeatures.Console}']"));
        Assert.Null(page.QuerySelector("input[name=feature][value='AgencyCMS.Disclosure']"));
        Assert.Contains("信息公开", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CoreFeature_InARecipeOfTheAgency_StaysOn()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("own-recipe");
        await using var scope = _county.Host.Scope(tenant);

        // Act
        var report = await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(
            RecipeSource.FromText("test", """{ "steps": [ { "name": "feature", "disable": ["AgencyCMS.Disclosure"] } ] }"""), isDryRun: false, null, CancellationToken.None);

        // Assert
        Assert.Contains(report.Entries, entry => entry.Code == "features.core");
        Assert.Equal(200, await _county.StatusAsync(tenant));
    }

    [Fact]
    public async Task CoreFeature_OfTheCounty_IsSwitchedOffOnlyAfterAQuestion()
    {
        // Arrange
        var office = _county.Directory.County!;
        using var administrator = await _county.SignInAsync(office, "CountyAdministrator");

        // Act
        var answer = await SwitchAsync(administrator, "AgencyCMS.Disclosure", on: false);

        // Assert
        Assert.EndsWith($"/admin/tenants/{office.Id}/features/AgencyCMS.Disclosure/off", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.True(_county.Directory.Find(office.Id)!.HasFeature("AgencyCMS.Disclosure"));
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
    private static async Task<HttpResponseMessage> SwitchAsync(Browser browser, string feature, bool on)
    {
        var token = (await browser.ReadAsync("admin/features")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.PostAsync("admin/features", ("__RequestVerificationToken", token), ("feature", feature), ("on", on ? "true" : "false"));
    }
}
