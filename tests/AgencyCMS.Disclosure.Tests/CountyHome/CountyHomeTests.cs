using System.CommandLine;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Files;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.CountyHome;

/// <summary>The first page of the county's portal, for which the agencies' disclosures are the news.</summary>
public abstract class CountyHomeTests(DisclosureSite site)
{
    [Fact]
    public async Task Item_OfAnyAgency_LeadsToItsPageThere()
    {
        // Arrange
        var item = await site.PublishAsync(DisclosureSite.NewItem("县里都看的规定", "rules_own"), site.Twin);

        // Act
        var line = Assert.Single(await NewestAsync(), line => line.QuerySelector("a")!.TextContent == "县里都看的规定");

        // Assert
        Assert.Equal("/twin/" + ContentRoutes.PathOf(item), line.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(site.Twin.Title, line.QuerySelector(".entry-note")!.TextContent);
    }

    [Fact]
    public async Task Newest_StandsFirst()
    {
        // Arrange
        await site.PublishAsync(DisclosureSite.NewItem("县里先有的", "rules_own"));
        await site.PublishAsync(DisclosureSite.NewItem("县里后有的", "rules_own"), site.Twin);

        // Act
        var titles = (await NewestAsync()).Select(line => line.QuerySelector("a")!.TextContent);

        // Assert
        Assert.Equal(["县里后有的", "县里先有的"], titles.Take(2));
    }

    [Fact]
    public async Task WithdrawnItem_IsNotShown()
    {
        // Arrange
        var item = await site.PublishAsync(DisclosureSite.NewItem("县里撤下的", "rules_own"));
        await NewestAsync();

        // Act
        await site.WithdrawAsync(item);

        // Assert
        Assert.DoesNotContain(await NewestAsync(), line => line.TextContent.Contains("县里撤下的", StringComparison.Ordinal));
    }

    [Fact]
    public async Task InternalItem_IsNotShown()
    {
        // Arrange
        var item = DisclosureSite.NewItem("县里内部的", "rules_own");
        item.Alter<AudiencePart>(part => part.Audience = Audience.Staff);

        // Act
        await site.PublishAsync(item);

        // Assert
        Assert.DoesNotContain(await NewestAsync(), line => line.TextContent.Contains("县里内部的", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SuspendedAgency_WithManyNewItems_LeavesTheOthersShown()
    {
        // Arrange
        await site.PublishAsync(DisclosureSite.NewItem("别处的一则", "rules_own"));
        var busy = await site.AddAgencyAsync("busy");
        for (var number = 1; number <= 70; number++)
        {
            await site.PublishAsync(DisclosureSite.NewItem($"大量导入 {number}", "rules_own"), busy);
        }

        // Act
        await site.Host.UpdateAsync(busy, tenant => tenant with { State = TenantState.Suspended });
        var titles = (await NewestAsync()).Select(line => line.QuerySelector("a")!.TextContent).ToList();

        // Assert
        Assert.Contains("别处的一则", titles);
        Assert.DoesNotContain("大量导入 70", titles);
    }

    [Fact]
    public async Task RestoredAgency_IsShownAsItIsNow()
    {
        // Arrange
        var agency = await site.AddAgencyAsync("restored");
        var kept = await site.PublishAsync(DisclosureSite.NewItem("备份里有的", "rules_own"), agency);
        await NewestAsync();
        using var folder = new TestFolder();
        await RunAsync("backup", folder.Path, "--tenant", agency.Name);
        await site.PublishAsync(DisclosureSite.NewItem("备份后才有的", "rules_own"), agency);
        await site.WithdrawAsync(kept, agency);
        await NewestAsync();

        // Act
        await RunAsync("restore", folder.Path, "--tenant", agency.Name);

        // Assert
        var titles = (await NewestAsync()).Select(line => line.QuerySelector("a")!.TextContent).ToList();
        Assert.Contains("备份里有的", titles);
        Assert.DoesNotContain("备份后才有的", titles);
    }

    [Fact]
    public async Task PortalInMemory_OnceTheListIsWritten_IsOutdated()
    {
        // Arrange
        await site.Host.ConsumersAreIdleAsync();
        var generations = site.Host.Services.GetRequiredService<TenantGenerations>();
        var before = generations.Of(site.Office.Id);

        // Act
        await site.PublishAsync(DisclosureSite.NewItem("县里马上看到的", "rules_own"));
        await site.Host.ConsumersAreIdleAsync();

        // Assert
        Assert.True(generations.Of(site.Office.Id) > before, "A portal that was made between the publication and the writing of the list would be kept.");
    }

    private async Task RunAsync(params string[] arguments)
    {
        var root = new RootCommand { CommandConsole.Json };
        foreach (var command in site.Host.Services.GetServices<IOperatorCommands>().SelectMany(source => source.Create()))
        {
            root.Add(command);
        }
        using var error = new StringWriter();
        var code = await root.Parse([.. arguments, "--json"]).InvokeAsync(new InvocationConfiguration { Output = TextWriter.Null, Error = error });
        Assert.True(code == 0, error.ToString());
    }

    private async Task<IReadOnlyList<IElement>> NewestAsync()
    {
        await site.Host.ConsumersAreIdleAsync();
        using var reader = site.Browse(site.Office);
        return [.. (await reader.ReadAsync("")).QuerySelectorAll(".lead .entry-list li")];
    }

    public sealed class OnSqlite(SqliteSite site) : CountyHomeTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : CountyHomeTests(site), IClassFixture<PostgreSqlSite>;
}
