using System.IO.Compression;
using System.Text;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Tenants.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Tenants.Tests.Transfer;

public abstract class TransferTests(CountyFixture fixture)
{
    private const string Recipe = """{ "name": "more", "steps": [ { "name": "settings", "MottoSettings": { "Motto": "Open" } }, { "name": "Weird", "x": 1 } ] }""";
    private readonly County _county = fixture.County;

    [Fact]
    public async Task Upload_ShowsWhatEachStepWouldDo()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("tr-shows");
        using var admin = await AdministratorAsync(tenant);

        // Act
        var page = await UploadAsync(admin, "more.recipe.json", Recipe);

        // Assert
        var rows = page.QuerySelectorAll("tbody tr").Select(row => (Step: row.QuerySelector("th")!.TextContent.Trim(), Changed: row.QuerySelector("td")!.TextContent)).ToList();
        Assert.Equal([("1. settings", "1"), ("2. Weird", "0")], rows);
        Assert.Contains("MottoSettings", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_ChangesNothing()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("tr-dry");
        using var admin = await AdministratorAsync(tenant);

        // Act
        await UploadAsync(admin, "more.recipe.json", Recipe);

        // Assert
        Assert.DoesNotContain("MottoSettings", await ExportedAsync(tenant), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WhenConfirmed_DoesIt()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("tr-runs");
        using var admin = await AdministratorAsync(tenant);
        var page = await UploadAsync(admin, "more.recipe.json", Recipe);

        // Act
        using var answer = await admin.SubmitAsync(page, null, ("Confirmed", "true"));

        // Assert
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Contains("MottoSettings", await ExportedAsync(tenant), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TouchesNoNeighbour()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("tr-own");
        var neighbour = await _county.AddAgencyAsync("tr-neighbour");
        using var admin = await AdministratorAsync(tenant);
        var page = await UploadAsync(admin, "more.recipe.json", Recipe);

        // Act
        using var answer = await admin.SubmitAsync(page, null, ("Confirmed", "true"));

        // Assert
        Assert.DoesNotContain("MottoSettings", await ExportedAsync(neighbour), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NotConfirmed_ChangesNothing()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("tr-unconfirmed");
        using var admin = await AdministratorAsync(tenant);
        var page = await UploadAsync(admin, "more.recipe.json", Recipe);

        // Act
        using var answer = await admin.SubmitAsync(page, null, ("Confirmed", ""));

        // Assert
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.DoesNotContain("MottoSettings", await ExportedAsync(tenant), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_OfAnotherSite_IsNotFoundHere()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("tr-mine");
        var neighbour = await _county.AddAgencyAsync("tr-theirs");
        using var admin = await AdministratorAsync(tenant);
        var key = Action(await UploadAsync(admin, "more.recipe.json", Recipe)).Split('/')[^1];
        using var other = await AdministratorAsync(neighbour);

        // Act
        using var answer = await other.GetAsync("admin/recipes/" + key);

        // Assert
        Assert.Equal(409, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Upload_ThatIsBroken_SaysTheLine()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("tr-broken");
        using var admin = await AdministratorAsync(tenant);

        // Act
        var page = await UploadAsync(admin, "broken.json", "{ \"steps\": [\n { \"name\" } ] }");

        // Assert
        Assert.Contains("第 2 行", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[name=Confirmed]"));
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("package.zip")]
    public async Task Upload_ThatIsNoRecipe_IsRefused(string name)
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("tr-none-" + name[..4]);
        using var admin = await AdministratorAsync(tenant);

        // Act
        using var answer = await admin.SubmitAsync(await admin.ReadAsync("admin/recipes"), "upload", [("File", name, Encoding.UTF8.GetBytes("nothing"))]);

        // Assert
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains(name, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_WithRightsThatTheRunnerLacks_IsRefused()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("tr-rights");
        using var admin = await AdministratorAsync(tenant);

        // Act
        var page = await UploadAsync(admin, "roles.json", """{ "steps": [ { "name": "Roles", "Roles": [ { "Name": "Strong", "Permissions": ["contents.edit-types"] } ] } ] }""");

        // Assert
        Assert.Contains("contents.edit-types", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[name=Confirmed]"));
    }

    [Fact]
    public async Task Step_WhosePermissionTheRunnerLacks_IsRefused()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("tr-types");
        using var admin = await AdministratorAsync(tenant);

        // Act
        var page = await UploadAsync(
            admin, "types.json", """{ "steps": [ { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Poem", "DisplayName": "Poem", "Settings": {}, "ContentTypePartDefinitionRecords": [] } ] } ] }""");

        // Assert
        Assert.Contains("contents.edit-types", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[name=Confirmed]"));
    }

    [Fact]
    public async Task Page_IsNotForEditors()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("tr-editor");
        using var editor = await _county.SignInAsync(tenant, "Editor");

        // Act
        var status = (int)await editor.StatusAsync("admin/recipes");

        // Assert
        Assert.Equal(403, status);
    }

    [Fact]
    public async Task Page_OfTheCounty_IsThere()
    {
        // Arrange
        using var office = await _county.SignInToOfficeAsync();

        // Act
        var page = await office.ReadAsync("admin/recipes");

        // Assert
        Assert.NotNull(page.QuerySelector("input[type=file][name=File]"));
    }

    [Fact]
    public async Task Export_IsAPackageThatThePageTakesBack()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("tr-back");
        await RunAsync(tenant, """{ "steps": [ { "name": "media", "Files": [ { "TargetPath": "pictures/seal.txt", "Base64": "c2VhbA==" } ] } ] }""");
        using var admin = await AdministratorAsync(tenant);
        using var answer = await admin.SubmitAsync(await admin.ReadAsync("admin/recipes"), "export");
        var package = await answer.Content.ReadAsByteArrayAsync();

        // Act
        var page = await UploadAsync(admin, "tr-back.zip", package);

        // Assert
        Assert.Equal("0", page.QuerySelector(".stat b")!.TextContent);
        Assert.NotNull(page.QuerySelector("[name=Confirmed]"));
    }

    [Fact]
    public async Task Export_PutsFilesBesideTheRecipe()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("tr-files");
        await RunAsync(tenant, """{ "steps": [ { "name": "media", "Files": [ { "TargetPath": "pictures/seal.txt", "Base64": "c2VhbA==" } ] } ] }""");
        using var admin = await AdministratorAsync(tenant);

        // Act
        using var zip = await ExportAsync(admin, "Media");

        // Assert
        Assert.Equal(["Recipe.json", "pictures/seal.txt"], zip.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public async Task Export_HoldsOnlyTheChosenParts()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("tr-parts");
        using var admin = await AdministratorAsync(tenant);

        // Act
        using var zip = await ExportAsync(admin, "Roles");

        // Assert
        using var content = new MemoryStream();
        await using (var entry = await zip.GetEntry("Recipe.json")!.OpenAsync())
        {
            await entry.CopyToAsync(content);
        }
        Assert.Equal(["Roles"], RecipeReader.Read(content.ToArray()).Steps.Select(step => step!["name"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Description_OfTheApi_NamesTheSearchUnderTheSite()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("tr-api");
        using var reader = new Browser(_county.Host.CreateClient(tenant));

        // Act
        var described = System.Text.Json.JsonDocument.Parse(await reader.TextAsync("openapi/v1.json")).RootElement;

        // Assert
        Assert.Equal("/tr-api", described.GetProperty("servers")[0].GetProperty("url").GetString());
        Assert.True(described.GetProperty("paths").TryGetProperty("/api/v1/search", out _));
    }

    [Fact]
    public async Task Description_OfTheApi_NamesTheParametersThatAreRead()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("tr-api-parameters");
        using var reader = new Browser(_county.Host.CreateClient(tenant));

        // Act
        var described = System.Text.Json.JsonDocument.Parse(await reader.TextAsync("openapi/v1.json")).RootElement;

        // Assert
        var parameters = described.GetProperty("paths").GetProperty("/api/v1/search").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString());
        Assert.Equal(["agency", "entry", "from", "genre", "page", "q", "sort", "to"], parameters.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Description_OfTheApi_LeavesOutWhatIsSwitchedOff()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("tr-api-off");
        await _county.Host.DisableAsync(tenant, "AgencyCMS.Search");
        using var reader = new Browser(_county.Host.CreateClient(tenant));

        // Act
        var described = System.Text.Json.JsonDocument.Parse(await reader.TextAsync("openapi/v1.json")).RootElement;

        // Assert
        Assert.False(described.GetProperty("paths").TryGetProperty("/api/v1/search", out _));
    }

    private static string Action(IDocument page) => page.QuerySelector("form:has([name=Confirmed])")!.GetAttribute("action")!;

    private static Task<IDocument> UploadAsync(Browser browser, string name, string recipe) => UploadAsync(browser, name, Encoding.UTF8.GetBytes(recipe));

    private static async Task<IDocument> UploadAsync(Browser browser, string name, byte[] content)
    {
        using var answer = await browser.SubmitAsync(await browser.ReadAsync("admin/recipes"), "upload", [("File", name, content)]);
        Assert.Equal(302, (int)answer.StatusCode);
        return await browser.ReadAsync(answer.Headers.Location!.ToString());
    }

    private static async Task<ZipArchive> ExportAsync(Browser browser, string part)
    {
        var page = await browser.ReadAsync("admin/recipes");
        foreach (var box in page.QuerySelectorAll("[name=Parts]").Where(box => box.GetAttribute("value") != part))
        {
            box.RemoveAttribute("checked");
        }
        using var answer = await browser.SubmitAsync(page, "export");
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
    }

    private Task<Browser> AdministratorAsync(Tenant tenant) => _county.SignInAsync(tenant, "SiteAdministrator");

    private async Task RunAsync(Tenant tenant, string recipe)
    {
        await using var scope = _county.Host.Scope(tenant);
        Assert.Empty((await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(RecipeSource.FromText("test", recipe), isDryRun: false, null, CancellationToken.None)).Errors);
    }

    private async Task<string> ExportedAsync(Tenant tenant)
    {
        await using var scope = _county.Host.Scope(_county.Directory.Find(tenant.Id)!);
        using var stream = new MemoryStream();
        await scope.ServiceProvider.GetRequiredService<RecipeExporter>().ExportAsync(stream, new(new()), CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

public sealed class TransferOnSqliteTests(SqliteCounty county) : TransferTests(county), IClassFixture<SqliteCounty>;

public sealed class TransferOnPostgreSqlTests(PostgreSqlCounty county) : TransferTests(county), IClassFixture<PostgreSqlCounty>;
