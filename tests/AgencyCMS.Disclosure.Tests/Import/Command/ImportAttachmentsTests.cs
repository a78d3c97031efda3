using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Disclosure.Tests.Import.Command;

public sealed class ImportAttachmentsOnSqliteTests() : ImportAttachmentsTests(DatabaseProvider.Sqlite);

public sealed class ImportAttachmentsOnPostgreSqlTests() : ImportAttachmentsTests(DatabaseProvider.PostgreSql);

/// <summary>Files that import lines name.</summary>
public abstract class ImportAttachmentsTests(DatabaseProvider provider) : DisclosureTest(provider)
{
    private const string Line = """{"title":"关于放假的通知","formedOn":"2026-01-02","attachments":["files/安排.txt",{"path":"files/b.txt","name":"附表二"}]}""";

    private string Media => Path.Combine(Host.Database.DataPath, "tenants", Finance.Id.Value.ToString("D6", System.Globalization.CultureInfo.InvariantCulture), "media");

    [Fact]
    public async Task Import_OfALineWithFiles_OffersThemOnItsPage()
    {
        // Arrange
        var file = await WriteTableAsync();
        using var reader = new Browser(Host.CreateClient(Finance));

        // Act
        await RunAsync("import", file, "--tenant", "finance");
        var page = await reader.ReadAsync((await reader.ReadAsync("catalogue/a20_15_notices")).QuerySelector("main a[href*='/info/']")!.GetAttribute("href")!);
        var links = page.QuerySelectorAll("a[href*='/files/']");

        // Assert
        Assert.Equal(2, links.Length);
        Assert.Equal("甲", (await reader.TextAsync(links[0].GetAttribute("href")!)).Trim());
    }

    [Fact]
    public async Task Import_OfALineWithFilesRepeated_FindsNothingNew()
    {
        // Arrange
        var file = await WriteTableAsync();
        await RunAsync("import", file, "--tenant", "finance");

        // Act
        var result = await RunAsync("import", file, "--tenant", "finance");

        // Assert
        Assert.Equal((0, 0, 1, 0), result.Counts);
    }

    [Fact]
    public async Task Import_OfAFileThatChanged_UpdatesItsItem()
    {
        // Arrange
        var file = await WriteTableAsync();
        await RunAsync("import", file, "--tenant", "finance");
        await WriteAsync("files/b.txt", "丙");

        // Act
        var result = await RunAsync("import", file, "--tenant", "finance");

        // Assert
        Assert.Equal((0, 1, 0, 0), result.Counts);
        using var reader = new Browser(Host.CreateClient(Finance));
        var page = await reader.ReadAsync((await reader.ReadAsync("catalogue/a20_15_notices")).QuerySelector("main a[href*='/info/']")!.GetAttribute("href")!);
        var links = page.QuerySelectorAll("a[href*='/files/']");
        Assert.Equal(2, links.Length);
        Assert.Equal("丙", (await reader.TextAsync(links[1].GetAttribute("href")!)).Trim());
    }

    [Fact]
    public async Task DryRun_OfALineWithFiles_KeepsNothingOfThem()
    {
        // Arrange
        var file = await WriteTableAsync();

        // Act
        var result = await RunAsync("import", file, "--tenant", "finance", "--dry-run");

        // Assert
        Assert.Equal((1, 0, 0, 0), result.Counts);
        Assert.Empty(Directory.Exists(Media) ? Directory.EnumerateFiles(Media, "*", SearchOption.AllDirectories) : []);
    }

    [Theory]
    [InlineData("../secret.txt", "outside")]
    [InlineData("/etc/hostname", "outside")]
    [InlineData("files/link.txt", "outside")]
    [InlineData("files/missing.txt", "no file")]
    [InlineData("https://example.org/a.txt", "fetched")]
    [InlineData("files/program.exe", "not allowed")]
    public async Task Import_OfAFileThatMayNotBeAttached_IsRefusedByLine(string path, string reason)
    {
        // Arrange
        await WriteAsync("secret.txt", "geheim");
        await WriteAsync("in/files/program.exe", "MZ");
        File.CreateSymbolicLink(PathOf("in/files/link.txt"), PathOf("secret.txt"));
        var file = await WriteAsync("in/lines.jsonl", "", $$"""{"title":"关于放假的通知","formedOn":"2026-01-02","attachments":"{{path}}"}""");

        // Act
        var result = await RunAsync("import", file, "--tenant", "finance");

        // Assert
        var refusal = Assert.Single(result.Json["refusals"]!.AsArray());
        Assert.Equal(2, refusal!["line"]!.GetValue<int>());
        Assert.Contains(reason, refusal["reasons"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private async Task<string> WriteTableAsync()
    {
        await WriteAsync("files/安排.txt", "甲");
        await WriteAsync("files/b.txt", "乙");
        return await WriteAsync("lines.jsonl", Line);
    }
}
