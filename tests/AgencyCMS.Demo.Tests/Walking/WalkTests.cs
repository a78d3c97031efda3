using System.Net;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Browsing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AgencyCMS.Demo.Tests.Walking;

/// <summary>The whole demonstration county, portal and agencies, as a reader walks through it by every link of every page.</summary>
public sealed class WalkTests(DemoCounty county) : IClassFixture<DemoCounty>
{
    private const string Password = "Correct-horse-7-battery";

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Reader_WalkingThroughTheCounty_MeetsNoDeadLink(string culture)
    {
        // Arrange
        using var client = county.Host.CreateClient();
        await client.GetAsync(new Uri($"_theme/language?set={culture}", UriKind.Relative));
        var walk = new Walk(client);

        // Act
        await walk.FromAsync(county.Host.Address, address => culture == "zh-CN" || !address.AbsolutePath.Contains("/info/", StringComparison.Ordinal));

        // Assert
        Assert.True(walk.Pages > 300, $"Only {walk.Pages} pages were reached.");
        Assert.Equal("", string.Join('\n', walk.Dead));
    }

    public static TheoryData<string, string> Roles => new()
    {
        { "county-office", "CountyAdministrator" }, { "county-office", "CountyOfficer" }, { "county-office", "Editor" }, { "county-office", "Reviewer" },
        { "finance", "SiteAdministrator" }, { "finance", "Editor" }, { "finance", "Reviewer" }, { "liuting", "SiteAdministrator" },
    };

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Menu_OfEveryRole_LeadsToPagesThatAreThere(string tenant, string role)
    {
        // Arrange
        var site = county.Host.Services.GetRequiredService<TenantDirectory>().FindByName(tenant)!; // of the demo county
        var request = new AccountRequest($"walker-{tenant}-{role}", "", [new MembershipRequest(tenant, [role])]) { Password = Password, MustChangePassword = false };
        await county.Host.Services.GetRequiredService<IAccountProvisioning>().ProvisionAsync([request], CancellationToken.None);
        using var browser = new Browser(county.Host.CreateClient(site.Prefix is null ? null : site with { Hosts = [] }));
        await browser.SignInAsync(request.UserName, Password);

        // Act
        var menu = (await browser.ReadAsync("admin")).QuerySelectorAll("nav a[href]").Select(link => link.GetAttribute("href")!).Where(href => !href.Contains('#', StringComparison.Ordinal)).Distinct().ToList();

        // Assert
        Assert.NotEmpty(menu);
        foreach (var href in menu)
        {
            Assert.True(await browser.StatusAsync(href) is HttpStatusCode.OK or HttpStatusCode.Found, $"{href} is in the menu and does not answer.");
        }
    }
}
