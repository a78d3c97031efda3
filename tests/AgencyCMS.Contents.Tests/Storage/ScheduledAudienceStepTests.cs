using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Contents.Tests.Storage;

/// <summary>A store that stands learns from its documents for whom its scheduled versions are.</summary>
public abstract class ScheduledAudienceStepTests(ContentsSite site)
{
    [Theory]
    [InlineData(Audience.Group, "board")]
    [InlineData(Audience.Staff, null)]
    [InlineData(Audience.Public, null)]
    public async Task Upgrade_OfAStoreWithScheduledVersions_NotesForWhomTheyAre(Audience audience, string? group)
    {
        // Arrange
        var item = ContentsSite.NewPage("Approved before", "approved-before-" + Guid.NewGuid().ToString("N"));
        AudiencePart.Put(item, audience, group);
        var draft = await site.DraftAsync(item);
        await site.InAsync(site.Finance, services => services.GetRequiredService<ContentSchedule>()
            .ScheduleAsync(draft.ContentItemId, draft.Stamp, site.Clock.GetUtcNow().AddDays(400), null, CancellationToken.None));

        // Act
        await site.Host.UpgradeAgainAsync(
            site.Finance, 202611220105, "ALTER TABLE content_items DROP COLUMN scheduled_audience", "ALTER TABLE content_items DROP COLUMN scheduled_audience_group");

        // Assert
        var row = await site.RowAsync(item.ContentItemId);
        Assert.Equal((audience, group), (row.ScheduledAudience, row.ScheduledAudienceGroup));
    }

    public sealed class OnSqlite(SqliteSite site) : ScheduledAudienceStepTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : ScheduledAudienceStepTests(site), IClassFixture<PostgreSqlSite>;
}
