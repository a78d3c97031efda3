using System.Net;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Tests.Fixtures;

namespace AgencyCMS.Contents.Tests.ShowItem;

/// <summary>What an item says of its readers opens it to everybody only when it says so plainly.</summary>
public abstract class AudienceTests(ContentsSite site)
{
    [Theory]
    [InlineData("number", """{ "Audience": 1 }""")]
    [InlineData("number-of-public", """{ "Audience": 0 }""")]
    [InlineData("text-number", """{ "Audience": "0" }""")]
    [InlineData("unknown", """{ "Audience": "Everyone" }""")]
    [InlineData("several", """{ "Audience": "Public,Staff" }""")]
    [InlineData("truth", """{ "Audience": true }""")]
    [InlineData("list", """{ "Audience": ["Public"] }""")]
    [InlineData("nothing", """{ "Audience": null }""")]
    [InlineData("empty", """{ "Audience": "" }""")]
    [InlineData("other-case", """{ "audience": "Staff" }""")]
    [InlineData("two-spellings", """{ "Audience": "Public", "audience": "Staff" }""")]
    [InlineData("no-group", """{ "Audience": "Group" }""")]
    [InlineData("group-alone", """{ "Group": "人事组" }""")]
    [InlineData("misspelled", """{ "Audience ": "Staff" }""")]
    [InlineData("in-the-plural", """{ "Audiences": ["Staff"] }""")]
    public async Task Item_WithAnAudienceThatIsNotPlainlyPublic_IsNotPublic(string path, string part)
    {
        // Act
        await PublishAsync("closed-" + path, "AudiencePart", JsonNode.Parse(part)!);

        // Assert
        using var reader = site.Browse();
        Assert.Equal(HttpStatusCode.NotFound, await reader.StatusAsync("closed-" + path));
    }

    [Theory]
    [InlineData("part-in-lower-case", "audiencePart", """{ "Audience": "Staff" }""")]
    [InlineData("part-that-is-text", "AudiencePart", "\"Staff\"")]
    [InlineData("part-that-is-a-list", "AudiencePart", """[ { "Audience": "Staff" } ]""")]
    [InlineData("word-beside-the-parts", "Audience", "\"Staff\"")]
    [InlineData("roles-of-another-system", "ContentPermissionsPart", """{ "Enabled": true, "Roles": ["Administrator"] }""")]
    public async Task Item_WithAnAudienceInAnotherShape_IsNotPublic(string path, string name, string part)
    {
        // Act
        await PublishAsync("closed-" + path, name, JsonNode.Parse(part)!);

        // Assert
        using var reader = site.Browse();
        Assert.Equal(HttpStatusCode.NotFound, await reader.StatusAsync("closed-" + path));
    }

    [Fact]
    public async Task Item_WithRolesOfAnotherSystemThatAreSwitchedOff_IsPublic()
    {
        // Act
        await PublishAsync("open-roles-off", "ContentPermissionsPart", JsonNode.Parse("""{ "Enabled": false, "Roles": [] }""")!);

        // Assert
        using var reader = site.Browse();
        Assert.Equal(HttpStatusCode.OK, await reader.StatusAsync("open-roles-off"));
    }

    [Theory]
    [InlineData("said", """{ "Audience": "Public" }""")]
    [InlineData("in-lower-case", """{ "Audience": "public" }""")]
    [InlineData("not-said", "{}")]
    public async Task Item_WithAPublicAudience_IsPublic(string path, string part)
    {
        // Act
        await PublishAsync("open-" + path, "AudiencePart", JsonNode.Parse(part)!);

        // Assert
        using var reader = site.Browse();
        Assert.Equal(HttpStatusCode.OK, await reader.StatusAsync("open-" + path));
    }

    [Fact]
    public async Task Audience_InAnotherShape_IsClosedInTheEditorTooUntilSomebodyOpensIt()
    {
        // Arrange
        await PublishAsync("opened-by-hand", "audiencePart", JsonNode.Parse("""{ "Audience": "Staff" }""")!);
        using var chief = await site.SignInAsync("chief");
        var list = await chief.ReadAsync("admin/contents?q=opened-by-hand");
        var editor = list.QuerySelector("tbody a[href*='/admin/contents/']")!.GetAttribute("href")!;
        var id = editor[(editor.LastIndexOf('/') + 1)..];
        var page = await chief.ReadAsync($"admin/contents/{id}");
        Assert.Equal("Staff", page.QuerySelector("[name='AudiencePart.Audience'] option[selected]")!.GetAttribute("value"));

        // Act
        await chief.SubmitAsync(page, id, ("AudiencePart.Audience", "Public"), ("Do", "publish"));

        // Assert
        using var reader = site.Browse();
        Assert.Equal(HttpStatusCode.OK, await reader.StatusAsync("opened-by-hand"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Item_OpenedAfterAPublicationForStaff_IsPublishedWhenReadersSawItFirst(bool wasOpen)
    {
        // Arrange
        var item = ContentsSite.NewPage("Opened later", "opened-later-" + Guid.NewGuid().ToString("N"));
        var first = site.Clock.GetUtcNow();
        var row = wasOpen ? await site.PublishAsync(item) : null;
        AudiencePart.Put(item, Audience.Staff, null);
        row = await site.PublishAsync(item, row?.Stamp ?? 0);
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        AudiencePart.Put(item, Audience.Public, null);

        // Act
        row = await site.PublishAsync(item, row.Stamp);

        // Assert
        Assert.Equal(wasOpen ? first : site.Clock.GetUtcNow(), row.PublishedAt);
    }

    private async Task PublishAsync(string path, string name, JsonNode part)
    {
        var item = ContentsSite.NewPage(path, path);
        item.Document[name] = part;
        await site.PublishAsync(ContentItem.FromJson(item.ToJson()));
    }
}

public sealed class AudienceOnSqliteTests(SqliteSite site) : AudienceTests(site), IClassFixture<SqliteSite>;

public sealed class AudienceOnPostgreSqlTests(PostgreSqlSite site) : AudienceTests(site), IClassFixture<PostgreSqlSite>;
