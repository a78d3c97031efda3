using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Testing.Databases;

namespace AgencyCMS.Contents.Tests.Storage;

/// <summary>A store that stands learns from its documents for whom its drafts are.</summary>
public abstract class DraftAudienceStepTests(ContentsSite site)
{
    [Theory]
    [InlineData(Audience.Group, "board")]
    [InlineData(Audience.Staff, null)]
    [InlineData(Audience.Public, null)]
    public async Task Upgrade_OfAStoreWithDrafts_NotesForWhomTheyAre(Audience audience, string? group)
    {
        // Arrange
        var item = ContentsSite.NewPage("From before", "from-before-" + Guid.NewGuid().ToString("N"));
        AudiencePart.Put(item, audience, group);
        await site.DraftAsync(item);

        // Act
        await site.Host.UpgradeAgainAsync(
            site.Finance, 202611220103, "ALTER TABLE content_items DROP COLUMN draft_audience", "ALTER TABLE content_items DROP COLUMN draft_audience_group");

        // Assert
        var row = await site.RowAsync(item.ContentItemId);
        Assert.Equal((audience, group), (row.DraftAudience, row.DraftAudienceGroup));
    }

    public sealed class OnSqlite(SqliteSite site) : DraftAudienceStepTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : DraftAudienceStepTests(site), IClassFixture<PostgreSqlSite>;
}
