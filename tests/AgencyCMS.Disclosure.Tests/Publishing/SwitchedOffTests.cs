using System.Net;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.Publishing;

/// <summary>What happens to disclosures while the feature is off is true when it comes back.</summary>
public abstract class SwitchedOffTests(DisclosureSite site)
{
    private const string Feature = "AgencyCMS.Disclosure";
    private const string Entry = "a20_15_notices";

    [Fact]
    public async Task Withdrawn_WhileTheFeatureIsOff_IsNotListedAfterwards()
    {
        // Arrange
        var tenant = await site.AddAgencyAsync("withdrawn");
        var item = await site.PublishAsync(DisclosureSite.NewItem("撤回的信息", Entry), tenant);

        // Act
        await SwitchedOffAsync(tenant, off => site.WithdrawAsync(item, off));

        // Assert
        Assert.DoesNotContain("撤回的信息", await ListAsync(tenant), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restricted_WhileTheFeatureIsOff_IsNotListedForReadersAfterwards()
    {
        // Arrange
        var tenant = await site.AddAgencyAsync("restricted");
        var item = await site.PublishAsync(DisclosureSite.NewItem("改为内部的信息", Entry), tenant);

        // Act
        await SwitchedOffAsync(tenant, off => ChangeAsync(off, item.Alter<AudiencePart>(part => part.Audience = Audience.Staff)));

        // Assert
        Assert.DoesNotContain("改为内部的信息", await ListAsync(tenant), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_ChangedWhileTheFeatureIsOff_StandsInTheListAfterwards()
    {
        // Arrange
        var tenant = await site.AddAgencyAsync("retitled");
        var item = await site.PublishAsync(DisclosureSite.NewItem("原标题的信息", Entry), tenant);

        // Act
        await SwitchedOffAsync(tenant, off => ChangeAsync(off, item.Alter<TitlePart>(part => part.Title = "新标题的信息")));

        // Assert
        var list = await ListAsync(tenant);
        Assert.Contains("新标题的信息", list, StringComparison.Ordinal);
        Assert.DoesNotContain("原标题的信息", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_WhileTheFeatureIsOff_HasItsNumberAndAddress()
    {
        // Arrange
        var tenant = await site.AddAgencyAsync("published");
        var item = DisclosureSite.NewItem("其间发布的信息", Entry);

        // Act
        await SwitchedOffAsync(tenant, off => site.PublishAsync(item, off));

        // Assert
        using var reader = site.Browse(tenant);
        var list = await reader.ReadAsync("catalogue/" + Entry);
        var link = list.QuerySelectorAll("main a").Single(link => link.TextContent.Contains("其间发布的信息", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(link.GetAttribute("href")!)).StatusCode);
    }

    [Fact]
    public async Task Publication_UnderAnUnknownEntry_IsRefusedWhileTheFeatureIsOff()
    {
        // Arrange
        var tenant = await site.AddAgencyAsync("unknown");
        var off = await site.Host.DisableAsync(tenant, Feature);

        // Act
        var outcome = await site.TryPublishAsync(DisclosureSite.NewItem("栏目不存在的信息", "not_there"), off);

        // Assert
        Assert.True(outcome.IsRefused);
    }

    [Fact]
    public async Task Disclosure_ThatIsNoneAnyMore_LeavesTheLists()
    {
        // Arrange
        var tenant = await site.AddAgencyAsync("plain");
        var item = await site.PublishAsync(DisclosureSite.NewItem("不再属于目录", Entry), tenant);
        item.Document.Remove("DisclosurePart");

        // Act
        await ChangeAsync(tenant, item);

        // Assert
        Assert.DoesNotContain("不再属于目录", await ListAsync(tenant), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title = 'other'")]
    [InlineData("audience = 'Staff'")]
    public async Task Verification_OfALineThatSaysSomethingElse_NamesTheItem(string harm)
    {
        // Arrange
        var tenant = await site.AddAgencyAsync("verified" + Guid.NewGuid().ToString("N")[..8]);
        var item = await site.PublishAsync(DisclosureSite.NewItem("核对", Entry), tenant);
        Assert.Empty(await FaultsAsync(tenant));
        await using (var db = site.Host.Services.GetRequiredService<StoreSessions>().Open(tenant.Id))
        {
            var table = (db.Database.IsNpgsql() ? "tenant." : "") + "disclosures";
            await db.Database.ExecuteSqlRawAsync($"UPDATE {table} SET {harm} WHERE tenant_id = {tenant.Id.Value}");
        }

        // Act
        var faults = await FaultsAsync(tenant);

        // Assert
        Assert.Contains(item.ContentItemId, Assert.Single(faults), StringComparison.Ordinal);
    }

    private async Task SwitchedOffAsync(Tenant tenant, Func<Tenant, Task> work)
    {
        await work(await site.Host.DisableAsync(tenant, Feature));
        await site.Host.EnableAsync(tenant, Feature);
    }

    private async Task ChangeAsync(Tenant tenant, ContentItem item)
    {
        await using var scope = site.Host.Scope(tenant);
        var row = await scope.ServiceProvider.GetRequiredService<ContentReader>().FindRowAsync(item.ContentItemId, CancellationToken.None);
        var outcome = await scope.ServiceProvider.GetRequiredService<ContentManager>().SaveAndPublishAsync(item, row!.Stamp, null, CancellationToken.None); // it is public
        Assert.Empty(outcome.Problems);
    }

    private async Task<string> ListAsync(Tenant tenant)
    {
        using var reader = site.Browse(tenant);
        return (await reader.ReadAsync("catalogue/" + Entry)).QuerySelector("main")!.TextContent; // every page has one
    }

    private async Task<IReadOnlyList<string>> FaultsAsync(Tenant tenant)
    {
        var faults = new List<string>();
        await foreach (var fault in site.Host.Services.GetServices<IVerification>().Single(check => check.Name == "disclosure.rows").FindFaultsAsync(tenant, CancellationToken.None))
        {
            faults.Add(fault);
        }
        return faults;
    }
}

public sealed class SwitchedOffOnSqliteTests(SqliteSite site) : SwitchedOffTests(site), IClassFixture<SqliteSite>;

public sealed class SwitchedOffOnPostgreSqlTests(PostgreSqlSite site) : SwitchedOffTests(site), IClassFixture<PostgreSqlSite>;
