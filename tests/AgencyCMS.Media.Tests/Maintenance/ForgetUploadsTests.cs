using AgencyCMS.ContentManagement.Items;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Media.Contracts;
using AgencyCMS.Media.Maintenance;
using AgencyCMS.Media.Tests.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AgencyCMS.Media.Tests.Maintenance;

/// <summary>Files that came with a form which was never saved do not stay for ever; all others do.</summary>
public abstract class ForgetUploadsTests(ContentsSite site)
{
    [Fact]
    public async Task File_OfAFormThatWasNeverSaved_IsForgottenAfterFiveWeeks()
    {
        // Arrange
        var attachment = await AddAsync(ContentIds.New(), "never saved");

        // Act
        await SweepAfterAsync(days: 36);

        // Assert
        Assert.Empty(FilesOf(attachment));
    }

    [Fact]
    public async Task File_OfAFormThatMayStillBeSaved_Stays()
    {
        // Arrange
        var attachment = await AddAsync(ContentIds.New(), "perhaps saved");

        // Act
        await SweepAfterAsync(days: 34);

        // Assert
        Assert.Single(FilesOf(attachment));
    }

    [Fact]
    public async Task File_ThatAnOldVersionNames_Stays()
    {
        // Arrange
        var item = ContentsSite.NewPage("Had a file", "had-a-file");
        var attachment = await AddAsync(item.ContentItemId, "of an old version");
        item.Alter<AttachmentsPart>(part => part.Attachments = [attachment]);
        var row = await site.DraftAsync(item);
        var later = await site.LatestAsync(item.ContentItemId);
        later.Alter<AttachmentsPart>(part => part.Attachments = []);
        await site.DraftAsync(later, row.Stamp);

        // Act
        await SweepAfterAsync(days: 36);

        // Assert
        Assert.Single(FilesOf(attachment));
    }

    [Fact]
    public async Task Content_ThatAnotherItemHas_Stays()
    {
        // Arrange
        var item = ContentsSite.NewPage("Has the same", "has-the-same");
        var kept = await AddAsync(item.ContentItemId, "the same content");
        item.Alter<AttachmentsPart>(part => part.Attachments = [kept]);
        await site.DraftAsync(item);
        await AddAsync(ContentIds.New(), "the same content");

        // Act
        await SweepAfterAsync(days: 36);

        // Assert
        Assert.Single(FilesOf(kept));
    }

    private async Task<Attachment> AddAsync(string contentItemId, string text) => (await site.InAsync(site.Finance, services => services.GetRequiredService<IAttachmentStore>().AddAsync(
        contentItemId, "file.pdf", new MemoryStream(Samples.Pdf(text)), CancellationToken.None))).Value;

    // The program's own clock would ring for each round of every worker in between.
    private Task SweepAfterAsync(int days) => ActivatorUtilities.CreateInstance<ForgetUploads>(site.Host.Services, new FakeTimeProvider(site.Clock.GetUtcNow().AddDays(days))).RunAsync(site.Finance, CancellationToken.None);

    private IEnumerable<string> FilesOf(Attachment attachment) => Directory.EnumerateFiles(site.Host.Database.DataPath, attachment.Hash, SearchOption.AllDirectories);
}

public sealed class ForgetUploadsOnSqliteTests(SqliteSite site) : ForgetUploadsTests(site), IClassFixture<SqliteSite>;

public sealed class ForgetUploadsOnPostgreSqlTests(PostgreSqlSite site) : ForgetUploadsTests(site), IClassFixture<PostgreSqlSite>;
