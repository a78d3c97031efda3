using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Operations.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Operations.Tests.Verify;

public abstract class VerifyTests(DatabaseProvider provider) : OperationsTest(provider)
{
    [Fact]
    public async Task Verify_OfASoundCounty_FindsNothing()
    {
        // Arrange
        await WriteAsync(Host, Finance, "budget");

        // Act
        var result = await RunAsync(Host, "verify");

        // Assert
        Assert.Equal((0, "3 tenants verified, 0 faults."), (result.ExitCode, result.Output.Trim()));
    }

    [Fact]
    public async Task Verify_WhereARestoreOfEverythingBrokeOff_IsNotContent()
    {
        // Arrange
        await File.WriteAllTextAsync(Path.Combine(Host.Database.DataPath, "restoring.json"), "{}");

        // Act
        var result = await RunAsync(Host, "verify");

        // Assert
        Assert.Equal((1, true), (result.ExitCode, result.Output.Contains("was not finished here", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Verify_OfALogWithAGap_NamesTheGap()
    {
        // Arrange
        await WriteAsync(Host, Finance, "first");
        await WriteAsync(Host, Finance, "second");
        await WriteAsync(Host, Finance, "third");
        await using (var db = Host.Services.GetRequiredService<StoreSessions>().Open(Finance.Id))
        {
            await db.Database.ExecuteSqlRawAsync(Provider == DatabaseProvider.PostgreSql
                ? "DELETE FROM tenant.changes WHERE subject_id = 'second'"
                : "DELETE FROM changes WHERE subject_id = 'second'");
        }

        // Act
        var result = await RunAsync(Host, "verify", "--json");

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("\"check\": \"data.change-log\"", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OfAPublicItemWithoutItsVersion_NamesTheItem()
    {
        // Arrange
        await using (var db = Host.Services.GetRequiredService<StoreSessions>().Open(Finance.Id))
        {
            db.Add(new ContentItemRow { ContentItemId = "item-1", ContentType = "Page", LatestVersionId = "gone", PublishedVersionId = "gone" });
            await db.SaveChangesAsync();
        }

        // Act
        var result = await RunAsync(Host, "verify", "--tenant", Finance.Name);

        // Assert
        Assert.Contains("The item item-1 is public, but its public version is not there.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OfAMediumWithAnotherHash_NamesTheMedium()
    {
        // Arrange
        var media = Path.Combine(Host.Services.GetRequiredService<StoreFiles>().Folder(Finance.Id), "media");
        Directory.CreateDirectory(media);
        await File.WriteAllTextAsync(Path.Combine(media, new string('a', 64)), "other bytes");

        // Act
        var result = await RunAsync(Host, "verify");

        // Assert
        Assert.Contains("media.hashes", result.Output, StringComparison.Ordinal);
    }

    public sealed class OnSqlite() : VerifyTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : VerifyTests(DatabaseProvider.PostgreSql);
}
