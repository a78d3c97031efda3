using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Comparison;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Import.Attaching;
using AgencyCMS.Media.Contracts;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Disclosure.Import.Planning;

/// <summary>
/// Decides what becomes of lines whose items may be there already. A line that says what it said before changes nothing, whatever was done with its item since;
/// one that has changed alters what it changed and nothing else; what people have corrected by hand, withdrawn, restricted, drafted or scheduled is theirs.
/// </summary>
internal sealed class ImportPlanner(ImportOrigins origins, TenantDb db, LineDocument document, HtmlCleaner cleaner)
{
    /// <param name="lines">Lines without faults.</param>
    /// <param name="overwrites">True when the values of the lines take the place of corrections made by hand.</param>
    /// <param name="cancellationToken">Stops the planning.</param>
    /// <returns>The plan for each line, in the same order.</returns>
    public async Task<IReadOnlyList<PlannedLine>> PlanAsync(IReadOnlyList<ImportLine> lines, bool overwrites, CancellationToken cancellationToken)
    {
        var sites = await origins.GetAsync(cancellationToken);
        var known = await KnownItems.ReadAsync(db, [.. lines.SelectMany(line => sites.Select(site => IdOf(line, site)))], cancellationToken);
        var plans = new List<PlannedLine>(lines.Count);
        foreach (var line in lines)
        {
            var id = sites.Select(site => IdOf(line, site)).FirstOrDefault(id => known.Find(id) is not null) ?? IdOf(line, sites[0]);
            var pictures = BodyPictures.Take(id, line.Body);
            var files = await LineAttachments.IdentifyAsync(id, line, cancellationToken);
            var columns = LineColumns.Of(line, files, pictures.Files);
            var plan = known.Find(id) is { } item
                ? await PlanChangeAsync(line, item, columns, files, pictures, overwrites, cancellationToken)
                : await PlanNewAsync(line, id, columns, files, pictures, cancellationToken);
            plans.Add(plan with { ContentItemId = id });
        }
        return plans;
    }

    private static string IdOf(ImportLine line, TenantId site) => ContentIds.FromGuid(line.IdentityIn(site));

    private async Task<PlannedLine> PlanNewAsync(ImportLine line, string id, LineColumns columns, IReadOnlyList<LineFile> files, BodyPictures pictures, CancellationToken cancellationToken)
    {
        var item = ContentItem.New("Disclosure");
        item.ContentItemId = id;
        var problems = await document.FillAsync(item, line, pictures.Html, cancellationToken);
        return new PlannedLine(line, item, columns)
        {
            Taken = LineColumns.Written,
            PublishAt = document.IsToCome(line) ? document.InstantOf(line) : null,
            Files = files,
            Pictures = pictures.Files,
            Problems = problems,
            Notes = NotesOn(line, pictures),
            IsEntryChosen = line.Entry is null,
        };
    }

    private async Task<PlannedLine> PlanChangeAsync(
        ImportLine line, KnownItem known, LineColumns columns, IReadOnlyList<LineFile> files, BodyPictures pictures, bool overwrites, CancellationToken cancellationToken)
    {
        var gone = columns.GoneSince(known.Columns).Where(line.HasColumn).ToLookup(property => document.IsNeeded(property, line));
        var changed = columns.ChangedSince(known.Columns).Concat(gone[false]).ToHashSet(StringComparer.Ordinal);
        var notes = gone[true].Select(property => ImportProblems.EmptiedKept(line.ColumnOf(property))).ToList();
        var theirs = Theirs(known.Row);
        if (changed.Count == 0)
        {
            return new PlannedLine(line, null, known.Columns) { Written = known.Written, Notes = theirs is null ? notes : [theirs] };
        }
        if (theirs is null && IsAnother(line, changed))
        {
            return new PlannedLine(line, null, known.Columns) { Written = known.Written, Problems = [ImportProblems.KeyOfAnother(line.Key!)] };
        }
        var (item, problems) = await ChangeAsync(known, line, changed, pictures, cancellationToken);
        var corrected = Corrected(known, columns, changed, item);
        if (corrected.Count > 0 && !overwrites)
        {
            changed.ExceptWith(corrected);
            (item, problems) = await ChangeAsync(known, line, changed, pictures, cancellationToken);
        }
        notes.AddRange(corrected.Select(property => overwrites ? ImportProblems.CorrectionOverwritten(line.ColumnOf(property)) : ImportProblems.CorrectionKept(line.ColumnOf(property))));
        var replaced = ReplacedBy(changed, known.Columns, item, files);
        var isSame = item.HasSameContent(ContentItem.FromJson(known.Json)) && !AltersFiles(changed, item, files, pictures.Files, replaced);
        notes.AddRange(document.NotesOn(line, changed, known.Row));
        var remembered = known.Columns.With(changed, columns);
        if (isSame)
        {
            return new PlannedLine(line, null, remembered) { Written = known.Written.With(changed, LineColumns.Of(item)), Notes = theirs is null ? notes : [theirs] };
        }
        return new PlannedLine(line, item, remembered)
        {
            Written = known.Written,
            Taken = changed.Intersect(LineColumns.Written).ToHashSet(StringComparer.Ordinal),
            Stamp = known.Row.Stamp,
            Files = changed.Contains(LineColumns.Attachments) ? files : [],
            Pictures = changed.Contains(LineColumns.Body) ? pictures.Files : [],
            Replaced = replaced,
            Problems = theirs is not null ? [theirs] : problems,
            // They speak of values taken over; of a refused line none is.
            Notes = theirs is not null ? [] : [.. NotesOn(line, pictures), .. notes],
        };
    }

    private async Task<(ContentItem Item, IReadOnlyList<Problem> Problems)> ChangeAsync(
        KnownItem known, ImportLine line, HashSet<string> changed, BodyPictures pictures, CancellationToken cancellationToken)
    {
        var item = ContentItem.FromJson(known.Json);
        var problems = changed.Count == 0 ? [] : await document.ChangeAsync(item, known.Row, line, changed, pictures.Html, cancellationToken);
        cleaner.Clean(item);
        return (item, problems);
    }

    /// <summary>What was written by hand: the item says neither what an import wrote last nor what the line says now.</summary>
    private static List<string> Corrected(KnownItem known, LineColumns columns, HashSet<string> changed, ContentItem wanted)
    {
        var now = ContentItem.FromJson(known.Json);
        var (says, wish) = (LineColumns.Of(now), LineColumns.Of(wanted));
        return
        [
            .. changed.Where(property => property == LineColumns.Attachments
                ? !known.Columns.HasFilesOf(Current(now)) && !HasWanted(known, columns, Current(now))
                : !says.Agrees(wish, property) && !says.Agrees(known.Written, property)),
        ];
    }

    // Running numbers that begin anew in each file are no keys: title, day and text of one document do not all change.
    private static bool IsAnother(ImportLine line, IReadOnlySet<string> changed) =>
        line.Key is not null && changed.Contains(LineColumns.Title) && changed.Contains(LineColumns.Body) && (changed.Contains(LineColumns.FormedOn) || changed.Contains(LineColumns.PublishedOn));

    private static bool HasWanted(KnownItem known, LineColumns columns, IReadOnlyList<Attachment> attached) => columns.FilesOf(LineColumns.Attachments).Any()
        ? columns.HasFilesOf(attached)
        : !known.Columns.FilesOf(LineColumns.Attachments).Any(id => attached.Any(file => file.Id == id));

    /// <summary>Why an item is left to the people who decided about it; null when an import may change it.</summary>
    private static Problem? Theirs(ContentItemRow row) => row switch
    {
        { PublishedVersionId: null, WithdrawnAt: not null } => ImportProblems.LeftWithdrawn(),
        { PublishAt: not null } or { WithdrawAt: not null } => ImportProblems.LeftScheduled(),
        _ when row.PublishedVersionId != row.LatestVersionId => ImportProblems.LeftDraft(),
        { Audience: not Audience.Public } => ImportProblems.LeftRestricted(),
        _ => null,
    };

    private static HashSet<string> ReplacedBy(IReadOnlySet<string> changed, LineColumns before, ContentItem item, IReadOnlyList<LineFile> files)
    {
        var replaced = new HashSet<string>(StringComparer.Ordinal);
        if (changed.Contains(LineColumns.Attachments))
        {
            replaced.UnionWith(before.FilesOf(LineColumns.Attachments));
            // Of an item whose earlier line is not remembered, a file of the same name is the earlier one.
            var names = before.FilesOf(LineColumns.Attachments).Any() ? [] : files.Select(file => file.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            replaced.UnionWith(Current(item).Where(file => names.Contains(file.FileName)).Select(file => file.Id));
        }
        if (changed.Contains(LineColumns.Body))
        {
            replaced.UnionWith(before.FilesOf(LineColumns.Pictures));
        }
        return replaced;
    }

    private static bool AltersFiles(
        IReadOnlySet<string> changed, ContentItem item, IReadOnlyList<LineFile> files, IReadOnlyList<LineFile> pictures, HashSet<string> replaced)
    {
        var current = Current(item).ToDictionary(file => file.Id, file => file.Title, StringComparer.Ordinal);
        LineFile[] wanted = [.. changed.Contains(LineColumns.Attachments) ? files : [], .. changed.Contains(LineColumns.Body) ? pictures : []];
        return wanted.Any(file => current.GetValueOrDefault(file.Id) != file.Title) || replaced.Any(id => current.ContainsKey(id) && wanted.All(file => file.Id != id));
    }

    private static IReadOnlyList<Attachment> Current(ContentItem item) => item.Part<AttachmentsPart>()?.Attachments ?? [];

    private static IReadOnlyList<Problem> NotesOn(ImportLine line, BodyPictures pictures) =>
    [
        .. line.Tidied.Count > 0 ? [ImportProblems.UnseenRemoved(string.Join(", ", line.Tidied))] : Array.Empty<Problem>(),
        .. HtmlCleaner.CountHiddenPassages(line.Body) is > 0 and var hidden ? [ImportProblems.HiddenLeftOut(hidden)] : Array.Empty<Problem>(),
        .. pictures.Lost > 0 ? [ImportProblems.PicturesLost(pictures.Lost)] : Array.Empty<Problem>(),
        .. pictures.Elsewhere > 0 ? [ImportProblems.PicturesElsewhere(pictures.Elsewhere)] : Array.Empty<Problem>(),
    ];
}
