using System.Globalization;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Media.Contracts;
using AgencyCMS.Media.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Media.EditAttachments;

/// <summary>The files of an item in its form: upload, title, order, removal. A removed file stays with the versions that have it.</summary>
internal sealed class AttachmentsEditor(AttachmentStore store, DraftAccess access, FileAddresses addresses, IActorSource actors, IStringLocalizer localizer) : IContentPartEditor
{
    private const string Id = "Id";
    private const string Upload = "Upload";
    private const int MaxTitleCharacters = 200;

    public string PartName => nameof(AttachmentsPart);

    public async Task<PartEditor> ShowAsync(PartEdit edit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var attachments = edit.Item.Part<AttachmentsPart>(edit.Use.Name)?.Attachments ?? [];
        var stored = await store.FindAsync(edit.Item.ContentItemId, [.. attachments.Select(attachment => attachment.Id)], cancellationToken);
        return new PartEditor
        {
            Title = localizer["Attachments"],
            View = "AttachmentsEditor",
            Model = new AttachmentsForm(
                edit.Use.Name,
                [.. attachments.Select(attachment => new AttachmentLine(attachment, stored.ContainsKey(attachment.Id) ? addresses.ForStaff(attachment) : null))],
                (await actors.GetAsync()).Can(MediaPermissions.Upload)),
        };
    }

    public async Task<IReadOnlyList<Problem>> ApplyAsync(PartEdit edit, EditorForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(form);
        var problems = new List<Problem>();
        var known = edit.Item.Part<AttachmentsPart>(edit.Use.Name)?.Attachments ?? [];
        var wanted = await ListAsync(edit.Item.ContentItemId, known, form, cancellationToken);
        problems.AddRange(wanted.Where(attachment => Characters.Exceeds(attachment.Title, MaxTitleCharacters)).Select(attachment => MediaProblems.TitleTooLong(attachment.FileName, MaxTitleCharacters)));
        foreach (var file in form.FilesOf(Upload))
        {
            if (!(await actors.GetAsync()).Can(MediaPermissions.Upload))
            {
                return [MediaProblems.MayNotUpload() with { Field = Upload }];
            }
            await using var content = file.Open();
            var added = await store.AddAsync(edit.Item.ContentItemId, file.FileName, content, cancellationToken);
            if (added.TryGet(out var attachment))
            {
                wanted.Add(attachment);
            }
            problems.AddRange(added.Problems);
        }
        if (!wanted.SequenceEqual(known))
        {
            edit.Item.Alter<AttachmentsPart>(part => part.Attachments = wanted, edit.Use.Name);
        }
        return problems;
    }

    public IReadOnlyList<PartDifference> Differences(PartEdit before, PartEdit after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return AttachmentDifferences.Between(FilesOf(before), FilesOf(after), localizer);

        static IReadOnlyList<Attachment> FilesOf(PartEdit edit) => edit.Item.Part<AttachmentsPart>(edit.Use.Name)?.Attachments ?? [];
    }

    /// <summary>The attachments that the form names, but for those ticked for removal, in the order asked for. What is not this item's, or not this person's to read, stays out.</summary>
    private async Task<List<Attachment>> ListAsync(string contentItemId, IReadOnlyList<Attachment> known, EditorForm form, CancellationToken cancellationToken)
    {
        var ids = form.Texts(Id).Distinct(StringComparer.Ordinal).ToList();
        // Those that came with a form that was refused are in no version yet.
        var stored = await store.FindAsync(contentItemId, ids, cancellationToken);
        var listed = new List<(decimal Place, Attachment Attachment)>();
        foreach (var id in ids.Where(id => !form.Flag($"Remove.{id}")))
        {
            var attachment = known.FirstOrDefault(one => one.Id == id);
            // A file of an older version that is closed to this person would be opened by being named again.
            if (attachment is null && stored.TryGetValue(id, out var row)
                && await access.MayReadNamedAsync(contentItemId, id, item => AttachmentsPart.Has(item, id), await actors.GetAsync(), cancellationToken))
            {
                attachment = new Attachment(id, row.FileName, "", row.Size, row.MediaType, row.Hash);
            }
            if (attachment is not null)
            {
                var title = form.Text($"Title.{id}") ?? "";
                var place = decimal.TryParse(form.Text($"Place.{id}"), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : decimal.MaxValue;
                listed.Add((place, attachment with { Title = title }));
            }
        }
        return [.. listed.OrderBy(pair => pair.Place).Select(pair => pair.Attachment)];
    }
}

/// <summary>What the form shows of the files.</summary>
/// <param name="Part">Name of the part, with which the inputs' names begin.</param>
internal sealed record AttachmentsForm(string Part, IReadOnlyList<AttachmentLine> Lines, bool CanUpload);

/// <summary>A file in the form.</summary>
/// <param name="Href">Address for staff; null when the file itself is missing.</param>
internal sealed record AttachmentLine(Attachment Attachment, string? Href);
