using System.Net;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Contents.Tests.Versions;

public sealed class GroupVersionOnSqliteTests(SqliteSite site) : GroupVersionTests(site), IClassFixture<SqliteSite>;

public sealed class GroupVersionOnPostgreSqlTests(PostgreSqlSite site) : GroupVersionTests(site), IClassFixture<PostgreSqlSite>;

/// <summary>A version for one group of the staff is closed to colleagues, also when the versions around it are open to them.</summary>
public abstract class GroupVersionTests(ContentsSite site)
{
    [Theory]
    [InlineData("compare?from=1&to=2", HttpStatusCode.NotFound)]
    [InlineData("compare?from=2&to=3", HttpStatusCode.NotFound)]
    [InlineData("compare?from=1&to=3", HttpStatusCode.OK)]
    [InlineData("versions", HttpStatusCode.OK)]
    public async Task GroupVersion_BetweenOpenOnes_IsComparedWithNothingOutsideTheGroup(string page, HttpStatusCode expected)
    {
        // Arrange
        var (id, _) = await AddAsync(isScheduled: false);
        using var outside = await site.SignInAsync("chief");

        // Act
        var status = await outside.StatusAsync($"admin/contents/{id}/{page}");

        // Assert
        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task GroupVersion_ComparedByAMemberOfTheGroup_IsShown()
    {
        // Arrange
        var (id, _) = await AddAsync(isScheduled: false);
        using var member = await site.SignInAsync("boardmember");

        // Act
        var page = await member.TextAsync($"admin/contents/{id}/compare?from=1&to=2");

        // Assert
        Assert.Contains("Secret wording", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GroupVersion_InTheListOfVersions_StandsOnlyForTheGroup()
    {
        // Arrange
        var (id, _) = await AddAsync(isScheduled: false);
        using var outside = await site.SignInAsync("chief");
        using var member = await site.SignInAsync("boardmember");

        // Act
        var listed = await outside.ReadAsync($"admin/contents/{id}/versions");
        var all = await member.ReadAsync($"admin/contents/{id}/versions");

        // Assert
        Assert.Equal(["3", "1"], listed.QuerySelectorAll("tbody th").Select(cell => cell.FirstChild!.TextContent.Trim()));
        Assert.Equal(["3", "2", "1"], all.QuerySelectorAll("tbody th").Select(cell => cell.FirstChild!.TextContent.Trim()));
    }

    [Fact]
    public async Task GroupVersion_PreviewedByTheLinkOfAMember_IsNotThereOutsideTheGroup()
    {
        // Arrange
        var (id, _) = await AddAsync(isScheduled: false);
        using var member = await site.SignInAsync("boardmember");
        var link = (await member.ReadAsync($"admin/contents/{id}/versions")).QuerySelectorAll("tbody tr")[1].QuerySelector("a.button")!.GetAttribute("href")!;
        using var outside = await site.SignInAsync("chief");

        // Act
        var shown = await member.TextAsync(link);
        var refused = await outside.StatusAsync(link);

        // Assert
        Assert.Contains("Secret wording", shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, refused);
    }

    [Fact]
    public async Task GroupVersion_RestoredByAColleagueOutsideTheGroup_StaysInTheHistory()
    {
        // Arrange
        var (id, version) = await AddAsync(isScheduled: false);
        using var outside = await site.SignInAsync("chief");
        var form = await outside.ReadAsync($"admin/contents/{id}/versions");
        form.QuerySelector("form[action$='/restore'] [name=VersionId]")!.SetAttribute("value", version);

        // Act
        var answer = await outside.SubmitAsync(form, "/restore");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(3, (await site.RowAsync(id)).LastNumber);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/versions")]
    [InlineData("/compare?from=1&to=3")]
    public async Task Item_WithAVersionScheduledForAGroup_IsNotThereOutsideTheGroup(string page)
    {
        // Arrange
        var (id, _) = await AddAsync(isScheduled: true);
        using var outside = await site.SignInAsync("chief");
        using var member = await site.SignInAsync("boardmember");

        // Act
        var refused = await outside.StatusAsync($"admin/contents/{id}{page}");
        var shown = await member.StatusAsync($"admin/contents/{id}{page}");

        // Assert
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (refused, shown));
    }

    [Fact]
    public async Task Item_WhoseScheduledVersionForAGroupIsCalledOff_IsThereAgain()
    {
        // Arrange
        var (id, _) = await AddAsync(isScheduled: true);
        await site.InAsync(site.Finance, async services => await services.GetRequiredService<ContentSchedule>().ScheduleAsync(id, (await site.RowAsync(id)).Stamp, null, null, CancellationToken.None));
        using var outside = await site.SignInAsync("chief");

        // Act
        var status = await outside.StatusAsync($"admin/contents/{id}");

        // Assert
        Assert.Equal(HttpStatusCode.OK, status);
    }

    /// <summary>A public item whose second version is for the board, and whose third is for everybody again.</summary>
    private async Task<(string Id, string GroupVersion)> AddAsync(bool isScheduled)
    {
        var item = ContentsSite.NewPage("Open matter", "open-" + Guid.NewGuid().ToString("N"));
        var row = await site.PublishAsync(item);
        item.Alter<HtmlBodyPart>(part => part.Html = "<p>Secret wording</p>");
        AudiencePart.Put(item, Audience.Group, "board");
        row = await site.DraftAsync(item, row.Stamp);
        var version = row.LatestVersionId;
        if (isScheduled)
        {
            row = await site.InAsync(site.Finance, async services => (await services.GetRequiredService<ContentSchedule>()
                .ScheduleAsync(row.ContentItemId, row.Stamp, site.Clock.GetUtcNow().AddDays(400), null, CancellationToken.None)).Value);
        }
        item.Alter<HtmlBodyPart>(part => part.Html = "<p>Harmless wording</p>");
        AudiencePart.Put(item, Audience.Public, null);
        await site.DraftAsync(item, row.Stamp);
        return (item.ContentItemId, version);
    }
}
