using System.Collections.Frozen;
using System.Net;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Testing.Browsing;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Contents.Tests.EditItem;

public sealed class GroupItemOnSqliteTests(SqliteSite site) : GroupItemTests(site), IClassFixture<SqliteSite>;

public sealed class GroupItemOnPostgreSqlTests(PostgreSqlSite site) : GroupItemTests(site), IClassFixture<PostgreSqlSite>;

/// <summary>An item for one group of the staff is closed to colleagues in the administration, too.</summary>
public abstract class GroupItemTests(ContentsSite site)
{
    [Theory]
    [InlineData("", true)]
    [InlineData("/versions", true)]
    [InlineData("/compare?from=1&to=1", true)]
    [InlineData("", false)]
    [InlineData("/versions", false)]
    public async Task GroupItem_OpenedByAColleagueOutsideTheGroup_IsNotThere(string page, bool isPublished)
    {
        // Arrange
        var id = await AddAsync(isPublished);
        using var outside = await site.SignInAsync("chief");

        // Act
        var status = await outside.StatusAsync($"admin/contents/{id}{page}");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GroupItem_OpenedByAMemberOfTheGroup_IsThere(bool isPublished)
    {
        // Arrange
        var id = await AddAsync(isPublished);
        using var member = await site.SignInAsync("boardmember");

        // Act
        var status = await member.StatusAsync($"admin/contents/{id}");

        // Assert
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task GroupItem_InTheListOfAColleagueOutsideTheGroup_IsNotNamed()
    {
        // Arrange
        var id = await AddAsync(isPublished: true);
        using var outside = await site.SignInAsync("chief");

        // Act
        var list = await outside.ReadAsync("admin/contents");

        // Assert
        Assert.DoesNotContain(id, list.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GroupItem_PublishedByAColleagueOutsideTheGroup_StaysADraft()
    {
        // Arrange
        var id = await AddAsync(isPublished: false);
        using var outside = await site.SignInAsync("chief");
        var token = (await outside.ReadAsync("account")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!; // every page of staff has one

        // Act
        await outside.PostAsync($"admin/contents/{id}/publish", ("__RequestVerificationToken", token), ("expectedVersion", "1"));

        // Assert
        Assert.Null((await site.RowAsync(id)).PublishedVersionId);
    }

    [Theory]
    [InlineData("Do", "save")]
    [InlineData("Do", "publish")]
    public async Task Item_GivenToAGroupThatThePersonIsNotIn_IsRefusedAndKeepsWhatWasTyped(string button, string what)
    {
        // Arrange
        var id = (await site.PublishAsync(ContentsSite.NewPage("Still open", "open-" + Guid.NewGuid().ToString("N")))).ContentItemId;
        var before = await site.RowAsync(id);
        using var outside = await site.SignInAsync("chief");

        // Act
        var answer = await outside.SubmitAsync(await outside.ReadAsync($"admin/contents/{id}"), id, ("AudiencePart.Audience", "Group"), ("AudiencePart.Group", "baord"), (button, what));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("baord", (await Browser.ParseAsync(answer)).QuerySelector("[name='AudiencePart.Group']")!.GetAttribute("value"));
        Assert.Equal(before.Stamp, (await site.RowAsync(id)).Stamp);
        Assert.Equal(HttpStatusCode.OK, await outside.StatusAsync($"admin/contents/{id}"));
    }

    [Fact]
    public async Task Item_GivenToAGroupByAMember_IsForTheGroup()
    {
        // Arrange
        var id = (await site.PublishAsync(ContentsSite.NewPage("Closed by a member", "open-" + Guid.NewGuid().ToString("N")))).ContentItemId;
        using var member = await site.SignInAsync("boardmember");

        // Act
        await member.SubmitAsync(await member.ReadAsync($"admin/contents/{id}"), id, ("AudiencePart.Audience", "Group"), ("AudiencePart.Group", "board"), ("Do", "save"));

        // Assert
        using var outside = await site.SignInAsync("chief");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await member.StatusAsync($"admin/contents/{id}"), await outside.StatusAsync($"admin/contents/{id}")));
    }

    [Fact]
    public async Task Editor_OfAMemberOfGroups_NamesThem()
    {
        // Arrange
        using var member = await site.SignInAsync("boardmember");

        // Act
        var form = await member.ReadAsync("admin/contents/new/Page");

        // Assert
        var hint = form.GetElementById(form.QuerySelector("[name='AudiencePart.Group']")!.GetAttribute("aria-describedby")!.Split(' ')[0])!;
        Assert.Contains("board", hint.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "name": "content", "data": [ { "ContentItemId": "ID", "ContentType": "Page", "DisplayText": "Opened", "Latest": true, "Published": true, "TitlePart": { "Title": "Opened" } } ] }""")]
    [InlineData("""{ "name": "ContentHistory", "Withdrawn": [ { "ContentItemId": "ID", "PublishedUtc": "2025-01-01T00:00:00Z", "WithdrawnUtc": "2026-01-01T00:00:00Z", "Reason": "Outside" } ] }""")]
    [InlineData("""{ "name": "ContentHistory", "Addresses": [ { "ContentItemId": "ID", "Path": "outside-path" } ] }""")]
    public async Task GroupItem_InARecipeOfAColleagueOutsideTheGroup_StaysAsItIs(string step)
    {
        // Arrange
        var id = await AddAsync(isPublished: true);
        var outside = new Actor { AccountId = 1, Name = "outside", IsStaff = true, Permissions = new[] { "contents.publish", "contents.edit", "site.recipes" }.ToFrozenSet() };
        await using var scope = site.Host.Services.GetRequiredService<TenantScopes>().Open(site.Finance, outside);

        // Act
        var report = await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(
            RecipeSource.FromText("test", $$"""{ "steps": [ {{step.Replace("ID\"", id + "\"", StringComparison.Ordinal)}} ] }"""), isDryRun: false, null, CancellationToken.None);

        // Assert
        var said = Assert.Single(report.Entries);
        Assert.Equal(("recipes.item-of-others", RecipeResult.Skipped), (said.Code, said.Result));
        Assert.DoesNotContain("board", said.Text, StringComparison.Ordinal);
        Assert.Equal((Audience.Group, "For the board"), ((await site.RowAsync(id)).Audience, (await site.RowAsync(id)).DisplayText));
    }

    [Fact]
    public async Task GroupItem_ThatARecipeOfAColleagueBrings_IsTakenOverWithAllThatBelongsToIt()
    {
        // Arrange
        var id = Guid.NewGuid().ToString("N")[..26];
        var item = $$""" "ContentItemId": "{{id}}", "ContentType": "Page", "Latest": true, "TitlePart": { "Title": "For the board" }, "AudiencePart": { "Audience": "Group", "Group": "board" } """;
        var outside = new Actor { AccountId = 1, Name = "outside", IsStaff = true, Permissions = new[] { "contents.publish", "contents.edit", "site.recipes" }.ToFrozenSet() };
        await using var scope = site.Host.Services.GetRequiredService<TenantScopes>().Open(site.Finance, outside);

        // Act
        var report = await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(
            RecipeSource.FromText("test", $$"""
            { "steps": [ { "name": "content", "data": [ { {{item}}, "Published": true, "DisplayText": "For the board" }, { {{item}}, "DisplayText": "For the board, again" } ] },
              { "name": "ContentHistory", "Addresses": [ { "ContentItemId": "{{id}}", "Path": "old-{{id}}" } ] } ] }
            """), isDryRun: false, null, CancellationToken.None);

        // Assert
        Assert.DoesNotContain(report.Entries, entry => entry.Code == "recipes.item-of-others");
        Assert.Equal(Audience.Group, (await site.RowAsync(id)).Audience);
    }

    [Fact]
    public async Task GroupItem_AtAnAddressThatARecipeOfAColleagueAsksFor_IsNotNamed()
    {
        // Arrange
        var id = await AddAsync(isPublished: true);
        await using var reading = site.Host.Scope(site.Finance);
        var path = (await reading.ServiceProvider.GetRequiredService<ContentRoutes>().FindCurrentAsync([id], CancellationToken.None))[id];
        var outside = new Actor { AccountId = 1, Name = "outside", IsStaff = true, Permissions = new[] { "contents.publish", "contents.edit", "site.recipes" }.ToFrozenSet() };
        await using var scope = site.Host.Services.GetRequiredService<TenantScopes>().Open(site.Finance, outside);

        // Act
        var report = await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(
            RecipeSource.FromText("test", $$"""
            { "steps": [ { "name": "content", "data": [
              { "ContentItemId": "asking", "ContentType": "Page", "DisplayText": "Asks", "Latest": true, "Published": true, "TitlePart": { "Title": "Asks" }, "AutoroutePart": { "Path": "{{path}}" } } ] } ] }
            """), isDryRun: true, null, CancellationToken.None);

        // Assert
        Assert.DoesNotContain("board", Assert.Single(report.Errors).Text.Replace(path, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private async Task<string> AddAsync(bool isPublished)
    {
        var item = ContentsSite.NewPage("For the board", "board-" + Guid.NewGuid().ToString("N"));
        item.Alter<AudiencePart>(part => (part.Audience, part.Group) = (Audience.Group, "board"));
        return (isPublished ? await site.PublishAsync(item) : await site.DraftAsync(item)).ContentItemId;
    }
}
