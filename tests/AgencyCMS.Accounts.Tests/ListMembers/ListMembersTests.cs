using System.Net;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Accounts.Tests.ListMembers;

[Collection(OnSqlite.Name)]
public sealed class ListMembersOnSqliteTests(SqliteCounty shared) : ListMembersTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class ListMembersOnPostgreSqlTests(PostgreSqlCounty shared) : ListMembersTests(shared.County);

public abstract class ListMembersTests(County county)
{
    [Fact]
    public async Task Members_OfAnAgency_AreItsOwnAlone()
    {
        // Arrange
        var (own, neighbour) = (await county.AddPersonAsync(county.Finance, "Editor"), await county.AddPersonAsync(county.Twin, "Editor"));
        using var browser = await county.SignInAsAsync(county.Finance, "SiteAdministrator");

        // Act
        var names = await AllMembersAsync(browser);

        // Assert
        Assert.Contains(own.Name, names);
        Assert.DoesNotContain(neighbour.Name, names);
    }

    [Fact]
    public async Task Members_ForAnEditor_AreForbidden()
    {
        // Arrange
        using var browser = await county.SignInAsAsync(county.Finance, "Editor");

        // Act
        var status = await browser.StatusAsync("admin/members");

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task Members_HoldRolesThatHaveNames()
    {
        // Arrange
        using var browser = await county.SignInAsAsync(county.Finance, "SiteAdministrator");

        // Act
        var cells = (await browser.ReadAsync("admin/members")).QuerySelectorAll("tbody td").Select(cell => cell.TextContent).ToList();

        // Assert
        Assert.Contains(cells, cell => cell.Contains("站点管理员", StringComparison.Ordinal));
        Assert.DoesNotContain(cells, cell => cell.Contains("SiteAdministrator", StringComparison.Ordinal));
    }

    private static async Task<HashSet<string>> AllMembersAsync(Browser browser)
    {
        var names = new HashSet<string>();
        for (var page = 1; ; page++)
        {
            var rows = (await browser.ReadAsync($"admin/members?page={page}")).QuerySelectorAll("tbody th a");
            if (rows.Length == 0)
            {
                return names;
            }
            names.UnionWith(rows.Select(row => row.TextContent));
        }
    }
}
