using System.Net;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using AgencyCMS.Recipes;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Contents.Tests.ShowItem;

/// <summary>What an import brings is shown only as far as it cannot run.</summary>
public sealed class UnsafeTextTests(SqliteSite site) : IClassFixture<SqliteSite>, IAsyncLifetime
{
    private const string Type = """
        { "name": "test", "steps": [ { "name": "ContentDefinition",
          "ContentTypes": [ { "Name": "Card", "DisplayName": "Card", "Settings": {}, "ContentTypePartDefinitionRecords": [
            { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": {} }, { "PartName": "Card", "Name": "Card", "Settings": {} } ] } ],
          "ContentParts": [ { "Name": "Card", "Settings": {}, "ContentPartFieldDefinitionRecords": [
            { "FieldName": "HtmlField", "Name": "Note", "Settings": {} }, { "FieldName": "LinkField", "Name": "More", "Settings": {} } ] } ] } ] }
        """;

    public async Task InitializeAsync() => await site.InAsync(site.Finance, async services =>
        await services.GetRequiredService<TenantRecipes>().RunAsync(RecipeSource.FromText("test", Type), isDryRun: false, null, CancellationToken.None));

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("Html")]
    [InlineData("html")]
    [InlineData("HTML")]
    public async Task HtmlField_InAnySpelling_IsCleanedOnItsWayIn(string property)
    {
        // Arrange
        var path = "note-" + property.GetHashCode(StringComparison.Ordinal).ToString("x", System.Globalization.CultureInfo.InvariantCulture);
        var item = NewCard(path, "Note", new JsonObject { [property] = "<p>Kept</p><img src=x onerror=alert(1)>" });

        // Act
        await site.PublishAsync(item);

        // Assert
        Assert.DoesNotContain("onerror", (await site.LatestAsync(item.ContentItemId)).ToJson(), StringComparison.Ordinal);
        using var reader = site.Browse();
        Assert.Contains("Kept", await reader.TextAsync(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:msgbox(1)")]
    public async Task Link_ThatCouldRun_IsRefused(string url)
    {
        // Arrange
        var item = NewCard("refused-link", "More", new JsonObject { ["Url"] = url, ["Text"] = "More" });

        // Act
        var outcome = await site.InAsync(site.Finance, services => services.GetRequiredService<ContentManager>().SaveAndPublishAsync(item, 0, null, CancellationToken.None));

        // Assert
        Assert.Contains(outcome.Problems, problem => problem.Code == "content.link-not-allowed");
    }

    [Fact]
    public async Task Link_StoredBeforeItWasRefused_IsShownAsText()
    {
        // Arrange
        var item = NewCard("stored-link", "More", new JsonObject { ["Url"] = "https://example.org/", ["Text"] = "Stored" });
        var row = await site.PublishAsync(item);
        await site.InAsync(site.Finance, async services =>
        {
            var db = services.GetRequiredService<TenantDb>();
            var version = (await db.Set<ContentVersionRow>().FindAsync(db.CurrentTenantId, row.LatestVersionId))!; // published above
            version.Json = version.Json.Replace("https://example.org/", "java\\nscript:alert(1)", StringComparison.Ordinal);
            return await db.SaveChangesAsync();
        });
        using var reader = site.Browse();

        // Act
        var page = await reader.ReadAsync("stored-link");

        // Assert
        Assert.Contains("Stored", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("a"), link => link.TextContent.Contains("Stored", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MarkUrl", "javascript:alert(1)")]
    [InlineData("ReportErrorUrl", "data:text/html,x")]
    [InlineData("Emblem", "vbscript:x")]
    public async Task SettingOfARecipe_WithAnAddressThatCouldRun_IsRefused(string name, string value)
    {
        // Arrange
        var recipe = new JsonObject { ["name"] = "test", ["steps"] = new JsonArray(new JsonObject { ["name"] = "settings", ["SiteProfile"] = new JsonObject { [name] = value } }) };

        // Act
        var report = await site.InAsync(site.Finance, services => services.GetRequiredService<TenantRecipes>().RunAsync(
            RecipeSource.FromText("test", recipe.ToJsonString()), isDryRun: false, null, CancellationToken.None));

        // Assert
        Assert.False(report.IsCommitted);
    }

    [Fact]
    public async Task Setting_StoredBeforeItWasRefused_IsNoLink()
    {
        // Arrange
        await site.InAsync(site.Neighbour, async services =>
        {
            await services.GetRequiredService<TenantSettings>().PutAsync("SiteProfile", new JsonObject { ["MarkUrl"] = "javascript:alert(1)", ["ReportErrorUrl"] = "javascript:alert(2)" }, CancellationToken.None);
            return await services.GetRequiredService<TenantDb>().SaveChangesAsync();
        });
        await site.PublishAsync(ContentsSite.NewPage("With a foot", "with-a-foot"), tenant: site.Neighbour);
        using var reader = site.Browse(site.Neighbour);

        // Act
        var page = await reader.ReadAsync("with-a-foot");

        // Assert
        Assert.DoesNotContain(page.QuerySelectorAll("[href]"), link => link.GetAttribute("href")!.Contains("javascript", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task LinkField_TypedWithAnAddressThatCouldRun_IsRefusedWithWhatWasTyped()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");

        // Act
        var answer = await chief.SubmitAsync("admin/contents/new/Card", ("TitlePart.Title", "Typed"), ("Card.More.Url", "javascript:alert(1)"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    private static ContentItem NewCard(string path, string field, JsonObject value)
    {
        var item = ContentItem.New("Card");
        item.Alter<ContentManagement.Items.Parts.TitlePart>(part => part.Title = path);
        item.Alter<ContentManagement.Items.Parts.AutoroutePart>(part => part.Path = path);
        item.Document["Card"] = new JsonObject { [field] = value };
        return item;
    }
}
