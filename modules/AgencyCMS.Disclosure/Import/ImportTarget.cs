using AgencyCMS.Content.Items;
using AgencyCMS.Content.Items.Parts;
using AgencyCMS.Content.Publishing;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Disclosure.Import.Attaching;
using AgencyCMS.Media.Contracts;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Disclosure.Import;

/// <summary>Turns lines into disclosures of one tenant and publishes them in batches. Lives in a scope of that tenant.</summary>
internal sealed class ImportTarget(TenantContext context, TenantDb db, CatalogueTree catalogue, Vocabularies vocabularies, ContentBatches batches, LineAttachments files, TimeProvider clock)
{
    /// <summary>Publishes the lines of a batch in one transaction. A dry run does the same and takes it back, so it meets every refusal that the import would.</summary>
    public async Task ImportAsync(IReadOnlyList<ImportLine> lines, ImportReport report, CancellationToken cancellationToken)
    {
        await using var rehearsal = report.IsDryRun ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var byItem = new Dictionary<string, ImportLine>(StringComparer.Ordinal);
        var items = new List<ContentItem>(lines.Count);
        foreach (var line in lines)
        {
            var item = await BuildAsync(line, report, cancellationToken);
            var attached = await files.AttachAsync(item, line, report.IsDryRun, cancellationToken);
            if (!attached.TryGet(out var attachments))
            {
                report.Refuse(line, attached.Problems);
                continue;
            }
            if (attachments.Count > 0)
            {
                item.Alter<AttachmentsPart>(part => part.Attachments = attachments);
            }
            byItem.Add(item.ContentItemId, line);
            items.Add(item);
        }
        var comment = report.AskedBy is null ? $"Import: {report.File}" : $"Import: {report.File} ({report.AskedBy})";
        foreach (var result in await batches.PublishAsync(items, comment, cancellationToken))
        {
            Count(result, byItem[result.ContentItemId], report);
        }
        if (rehearsal is not null)
        {
            await rehearsal.RollbackAsync(CancellationToken.None);
        }
    }

    private void Count(BatchResult result, ImportLine line, ImportReport report)
    {
        switch (result.Effect)
        {
            case BatchEffect.Created:
                report.Created++;
                break;
            case BatchEffect.Updated:
                report.Updated++;
                break;
            case BatchEffect.Unchanged:
                report.Unchanged++;
                break;
            default:
                report.Refuse(line, result.Problems);
                return;
        }
        report.Tenants[context.Tenant.Name] = report.Tenants.GetValueOrDefault(context.Tenant.Name) + 1;
    }

    private async Task<ContentItem> BuildAsync(ImportLine line, ImportReport report, CancellationToken cancellationToken)
    {
        var formedOn = line.FormedOn ?? line.PublishedOn;
        var item = ContentItem.New("Disclosure");
        item.ContentItemId = ContentIds.FromGuid(line.IdentityIn(context.Tenant.Id));
        item.Alter<TitlePart>(part => part.Title = line.Title);
        item.Alter<HtmlBodyPart>(part => part.Html = line.Body ?? "");
        item.PublishedUtc = Instant(line.PublishedOn ?? formedOn);
        var entry = line.Entry ?? await ChooseEntryAsync(line, report, cancellationToken);
        var genre = await CodeAsync("genre", line.Genre, cancellationToken);
        var subject = await CodeAsync("subject", line.Subject, cancellationToken);
        return item.Alter<DisclosurePart>(part =>
        {
            part.Entry = entry;
            part.FormedOn = formedOn is { } date ? DateOnly.FromDateTime(date) : null;
            part.Validity = "in_force";
            part.DisclosureMode = "proactive";
            part.DisclosureLimit = "long_term";
            part.Scope = "public";
            if (line.DocumentNumber is not null)
            {
                part.DocumentNumber = line.DocumentNumber;
            }
            if (genre is not null)
            {
                part.Genre = genre;
            }
            if (subject is not null)
            {
                part.Subject = subject;
            }
        });
    }

    private DateTimeOffset Instant(DateTime? local)
    {
        var now = clock.GetUtcNow();
        if (local is not { } time)
        {
            return now;
        }
        var zone = TimeZoneInfo.FindSystemTimeZoneById(context.Tenant.TimeZone);
        var instant = new DateTimeOffset(time, zone.GetUtcOffset(time)).ToUniversalTime();
        return instant < now ? instant : now;
    }

    private async Task<string> ChooseEntryAsync(ImportLine line, ImportReport report, CancellationToken cancellationToken)
    {
        report.EntriesChosen++;
        var snapshot = await catalogue.GetAsync(cancellationToken);
        var title = line.Title ?? "";
        var wanted = title.Contains("政务公开", StringComparison.Ordinal) || title.Contains("信息公开", StringComparison.Ordinal) ? "a20_15_open_affairs" : "a20_15_notices";
        return snapshot.Find(wanted)?.Code ?? snapshot.All.FirstOrDefault(node => node.Children.Count == 0)?.Code ?? "";
    }

    private async Task<string?> CodeAsync(string vocabulary, string? text, CancellationToken cancellationToken)
    {
        if (text is null)
        {
            return null;
        }
        var terms = (await vocabularies.GetAsync(vocabulary, cancellationToken)).Terms;
        return terms.FirstOrDefault(term => term.Code == text || term.Title == text || term.TitleEn.Equals(text, StringComparison.OrdinalIgnoreCase))?.Code ?? text;
    }
}
