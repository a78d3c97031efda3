using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Contents.Scheduling;

/// <summary>The next moment at which something happens to an item, copied from its tenant into the county store: so one look finds what is due, whoever was visited.</summary>
internal sealed class ScheduleRow
{
    public int TenantId { get; set; }
    public required string ContentItemId { get; set; }

    /// <summary>The moment that counts.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When a node may take it up: at the moment itself, later while a node is at it or after a failure.</summary>
    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Failures so far.</summary>
    public int Attempts { get; set; }

    public string? LastError { get; set; }
}

internal sealed class ScheduleModel : ICountyModel
{
    public void Configure(ModelBuilder model) =>
        model.Entity<ScheduleRow>().FollowsTenant(TenantTie.Derived).ToTable("content_schedule").HasKey(row => new { row.TenantId, row.ContentItemId });
}
