using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Files;

namespace AgencyCMS.Disclosure.Tests.Import.Command;

public sealed class RealDocumentsOnSqliteTests() : RealDocumentsTests(DatabaseProvider.Sqlite);

public sealed class RealDocumentsOnPostgreSqlTests() : RealDocumentsTests(DatabaseProvider.PostgreSql);

/// <summary>Documents of real offices, which stand beside the project where it is made.</summary>
public abstract class RealDocumentsTests(DatabaseProvider provider) : DisclosureTest(provider)
{
    private const string Documents = "data/real-documents.jsonl";

    [SharedFileFact(Documents)]
    public async Task RealDocuments_ImportedByAgency_AreAllPublished()
    {
        // Arrange
        foreach (var agency in new[] { "environment", "district-office", "youth-league", "supervision-office", "service-center" })
        {
            await AddAgencyAsync(agency);
        }

        // Act
        var result = await RunAsync("import", SharedFolder.Find(Documents)!, "--by", "agency");

        // Assert
        Assert.Equal((0, (8, 0, 0, 0)), (result.ExitCode, result.Counts));
    }

    [SharedFileFact(Documents)]
    public async Task RealDocument_OnceImported_IsReadOnItsAgencysSite()
    {
        // Arrange
        await RunAsync("import", SharedFolder.Find(Documents)!, "--by", "agency");
        using var reader = new Browser(Host.CreateClient(Finance));

        // Act
        var list = await reader.ReadAsync("catalogue");
        var links = list.QuerySelectorAll("main a[href*='/info/']").Select(link => link.GetAttribute("href")!).ToList();

        // Assert
        Assert.NotEmpty(links);
        Assert.Equal(Assert.Single(await TitlesAsync(Finance)), (await reader.ReadAsync(links[0])).QuerySelector("h1")!.TextContent.Trim());
    }
}
