using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Disclosure.Import.Planning;

/// <summary>Writes what a line says into the document of its item.</summary>
internal sealed class LineDocument(TenantContext context, CatalogueTree catalogue, Vocabularies vocabularies, TimeProvider clock)
{
    private DateTime Now => context.Tenant.ToLocal(clock.GetUtcNow()).DateTime;

    /// <summary>Fills in a new document.</summary>
    /// <returns>What keeps the line from being taken over.</returns>
    public async Task<IReadOnlyList<Problem>> FillAsync(ContentItem item, ImportLine line, string? body, CancellationToken cancellationToken)
    {
        item.Alter<TitlePart>(part => part.Title = line.Title);
        item.Alter<HtmlBodyPart>(part => part.Html = body ?? "");
        if (IsHistory(line))
        {
            MarkAsHistory(item, line);
        }
        var entry = line.Entry is null ? await ChooseEntryAsync(line, cancellationToken) : EntryWords.Find(await catalogue.GetAsync(cancellationToken), line.Entry);
        var (genre, subject) = (await CodeAsync("genre", line.Genre, cancellationToken), await CodeAsync("subject", line.Subject, cancellationToken));
        item.Alter<DisclosurePart>(part =>
        {
            part.Entry = entry.IsRefused ? line.Entry : entry.Value;
            part.FormedOn = FormedOn(line);
            part.Validity = "in_force";
            part.DisclosureMode = "proactive";
            part.DisclosureLimit = "long_term";
            part.Scope = "public";
            Set(line.DocumentNumber, value => part.DocumentNumber = value);
            Set(genre, value => part.Genre = value);
            Set(subject, value => part.Subject = value);
            Set(line.Summary, value => part.Summary = value);
            Set(line.Keywords, value => part.Keywords = value);
        });
        return entry.Problems;
    }

    /// <summary>Alters what a line changes, and nothing else.</summary>
    /// <returns>What keeps the line from being taken over.</returns>
    public async Task<IReadOnlyList<Problem>> ChangeAsync(ContentItem item, ContentItemRow row, ImportLine line, IReadOnlySet<string> changed, string? body, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        if (changed.Contains(LineColumns.Title))
        {
            item.Alter<TitlePart>(part => part.Title = line.Title);
            item.DisplayText = line.Title;
        }
        if (changed.Contains(LineColumns.Body))
        {
            item.Alter<HtmlBodyPart>(part => part.Html = body ?? "");
        }
        if (changed.Contains(LineColumns.PublishedOn) && IsHistory(line) && row.ImportedAt is not null)
        {
            MarkAsHistory(item, line);
        }
        var entry = changed.Contains(LineColumns.Entry) ? EntryWords.Find(await catalogue.GetAsync(cancellationToken), line.Entry!) : default(Outcome<string>?); // it cannot be emptied
        problems.AddRange(entry?.Problems ?? []);
        var (genre, subject) = (await CodeAsync("genre", line.Genre, cancellationToken), await CodeAsync("subject", line.Subject, cancellationToken));
        item.Alter<DisclosurePart>(part =>
        {
            Set(entry is { IsRefused: false } found ? found.Value : null, value => part.Entry = value);
            Change(LineColumns.FormedOn, FormedOn(line), value => part.FormedOn = value);
            Change(LineColumns.DocumentNumber, line.DocumentNumber, value => part.DocumentNumber = value);
            Change(LineColumns.Genre, genre, value => part.Genre = value);
            Change(LineColumns.Subject, subject, value => part.Subject = value);
            Change(LineColumns.Summary, line.Summary, value => part.Summary = value);
            Change(LineColumns.Keywords, line.Keywords, value => part.Keywords = value ?? []);
        });
        return problems;

        void Change<T>(string property, T value, Action<T> set)
        {
            if (changed.Contains(property))
            {
                set(value);
            }
        }
    }

    /// <summary>True for a property that every item has: a cell that has become empty does not clear it.</summary>
    public bool IsNeeded(string property, ImportLine line) =>
        property is LineColumns.Title or LineColumns.Entry or LineColumns.PublishedOn || (property == LineColumns.FormedOn && FormedOn(line) is null);

    /// <summary>What a person should know of a changed line: when an item became public here is the platform's own and is not written anew.</summary>
    public IReadOnlyList<Problem> NotesOn(ImportLine line, IReadOnlySet<string> changed, ContentItemRow row) =>
        changed.Contains(LineColumns.PublishedOn) && InstantOf(line) != row.PublishedAt && !(IsHistory(line) && row.ImportedAt is not null) ? [ImportProblems.PublicationStands()] : [];

    /// <summary>True when the line is to be published at a moment to come.</summary>
    public bool IsToCome(ImportLine line) => line.PublishedOn > Now;

    /// <summary>The moment that <c>publishedOn</c> names; a day begins at midnight.</summary>
    public DateTimeOffset? InstantOf(ImportLine line) =>
        line.PublishedOn is { } local ? context.Tenant.InstantOf(local) : null;

    // A line of today's date says no more than that it is published now.
    private bool IsHistory(ImportLine line) => line.PublishedOn is { } on && on <= Now && on != Now.Date;

    private void MarkAsHistory(ContentItem item, ImportLine line)
    {
        var stated = InstantOf(line);
        item.PublishedUtc = stated;
        item.Alter<ImportedPart>(part =>
        {
            part.ImportedUtc ??= clock.GetUtcNow();
            part.StatedPublishedUtc = stated;
        });
    }

    // What is to be published later has been formed by today.
    private DateOnly? FormedOn(ImportLine line) =>
        (line.FormedOn ?? (line.PublishedOn > Now ? Now : line.PublishedOn)) is { } day ? DateOnly.FromDateTime(day) : null;

    private async Task<Outcome<string>> ChooseEntryAsync(ImportLine line, CancellationToken cancellationToken)
    {
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

    private static void Set<T>(T? value, Action<T> set)
        where T : class
    {
        if (value is not null)
        {
            set(value);
        }
    }
}
