using System.IO.Compression;
using System.Text.Json;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Recipes;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Tenants.Tests.Fixtures;

namespace AgencyCMS.Tenants.Tests.ExportTenant;

public abstract class ExportTenantTests(CountyFixture fixture)
{
    private readonly County _county = fixture.County;

    [Fact]
    public async Task Export_HoldsTheRecord()
    {
        // Act
        using var zip = await ExportAsync("with-record");

        // Assert
        await using var entry = await zip.GetEntry("tenant.json")!.OpenAsync();
        var record = await JsonSerializer.DeserializeAsync<JsonElement>(entry);
        Assert.Equal("with-record", record.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Export_IsToldToTheAgencyOnItsFirstPage()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("exported-and-told");
        using var office = await _county.SignInToOfficeAsync();
        using var editor = await _county.SignInAsync(tenant, "Editor");

        // Act
        using var answer = await office.SubmitAsync(await office.ReadAsync($"admin/tenants/{tenant.Id}"), "/export");

        // Assert
        Assert.Contains("导出了本站点的全部内容", (await editor.ReadAsync("admin")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_HoldsARecipeThatSetsUpTheSameSite()
    {
        // Arrange
        using var zip = await ExportAsync("original");
        var recipe = Path.Combine(_county.Host.Database.DataPath, "exported.json");
        await zip.GetEntry("Recipe.json")!.ExtractToFileAsync(recipe);

        // Act
        var copy = await _county.TryAddAgencyAsync("copy", wanted => wanted with { RecipeFile = recipe });

        // Assert
        Assert.Empty(copy.Problems);
        Assert.Equal(200, await _county.StatusAsync(copy.Value, "catalogue"));
        Assert.NotEmpty(RecipeReader.Read(await File.ReadAllBytesAsync(recipe)).Steps);
    }

    [Fact]
    public async Task Export_HoldsACopyOfTheStore()
    {
        // Act
        using var zip = await ExportAsync("with-store");

        // Assert
        var name = _county.Host.Database.Provider == DatabaseProvider.Sqlite ? "store.db" : "store/changes.jsonl";
        Assert.True(zip.GetEntry(name)!.Length > 0);
    }

    [Fact]
    public async Task Export_IsDownloadedAsAZip()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("to-export");
        using var office = await _county.SignInToOfficeAsync();
        var page = await office.ReadAsync($"admin/tenants/{tenant.Id}");

        // Act
        using var answer = await office.SubmitAsync(page, "/export");

        // Assert
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("PK"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync())[..2]);
    }

    private async Task<ZipArchive> ExportAsync(string name)
    {
        var tenant = await _county.AddAgencyAsync(name);
        var target = new MemoryStream();
        await _county.Get<ITenantExport>().WriteAsync(tenant, target, Actor.System, CancellationToken.None);
        target.Position = 0;
        return new ZipArchive(target, ZipArchiveMode.Read);
    }
}

public sealed class ExportTenantOnSqliteTests(SqliteCounty county) : ExportTenantTests(county), IClassFixture<SqliteCounty>;

public sealed class ExportTenantOnPostgreSqlTests(PostgreSqlCounty county) : ExportTenantTests(county), IClassFixture<PostgreSqlCounty>;
