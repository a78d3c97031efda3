using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgencyCMS.Content.Items;
using AgencyCMS.Content.Items.Parts;
using AgencyCMS.Content.Publishing;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Disclosure.Import;

/// <summary>Turns lines into disclosures of one tenant and publishes them in batches. Lives in a scope of that tenant.</summary>
internal sealed class ImportTarget(TenantContext context, CatalogueTree catalogue, Vocabularies vocabularies, ContentBatches batches, TimeProvider clock)
{
    /// <summary>Publishes the lines of a batch in one transaction.</summary>
    public async Task ImportAsync(IReadOnlyList<ImportLine> lines, ImportReport report, CancellationToken cancellationToken)
    {
        var byItem = new Dictionary<string, ImportLine>(StringComparer.Ordinal);
        var items = new List<ContentItem>(lines.Count);
        foreach (var line in lines)
        {
            var item = await BuildAsync(line, report, cancellationToken);
            if (byItem.TryAdd(item.ContentItemId, line))
            {
                items.Add(item);
            }
            else
            {
                report.Refuse(line.Line, line.Title, [$"The file has the same key, or the same title, date and number, on line {byItem[item.ContentItemId].Line}."]);
            }
        }
        if (report.IsDryRun)
        {
            report.Created += items.Count;
            report.Tenants[context.Tenant.Name] = report.Tenants.GetValueOrDefault(context.Tenant.Name) + items.Count;
            return;
        }
        foreach (var result in await batches.PublishAsync(items, "Import: " + report.File, cancellationToken))
        {
            Count(result, byItem[result.ContentItemId], report);
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
                report.Refuse(line.Line, line.Title, result.Problems.Select(problem => problem.ToEnglish()));
                return;
        }
        report.Tenants[context.Tenant.Name] = report.Tenants.GetValueOrDefault(context.Tenant.Name) + 1;
    }

    private async Task<ContentItem> BuildAsync(ImportLine line, ImportReport report, CancellationToken cancellationToken)
    {
        var formedOn = line.FormedOn ?? line.PublishedOn;
        var item = ContentItem.New("Disclosure");
        item.ContentItemId = ItemId(line);
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

    // The same line must always become the same item, so that an import may be repeated or broken off.
    private string ItemId(ImportLine line)
    {
        var key = line.Key ?? string.Create(CultureInfo.InvariantCulture, $"{line.Title}\n{line.FormedOn:yyyy-MM-dd}\n{line.DocumentNumber}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"import\n{context.Tenant.Id}\n{key}")));
        return ContentIds.FromGuid(new Guid(hash.AsSpan(0, 16)));
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
