using AgencyCMS.Contents.Contracts;
using AgencyCMS.Media.Contracts;
using AgencyCMS.Media.Files;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Media.EditAttachments;

/// <summary>Tells what became of the files of an item between two versions, by their names.</summary>
internal static class AttachmentDifferences
{
    public static IReadOnlyList<PartDifference> Between(IReadOnlyList<Attachment> before, IReadOnlyList<Attachment> after, IStringLocalizer localizer)
    {
        var found = new List<PartDifference>();
        var gone = before.Where(file => after.All(other => other.Id != file.Id)).ToList();
        foreach (var file in after)
        {
            var same = before.FirstOrDefault(other => other.Id == file.Id);
            // A new file under the name of one that went takes its place.
            if (same is null && gone.Find(other => other.FileName.Equals(file.FileName, StringComparison.OrdinalIgnoreCase)) is { } replaced)
            {
                gone.Remove(replaced);
                found.Add(new PartDifference(localizer["Attachment replaced"], NameOf(replaced), NameOf(file)));
            }
            else if (same is null)
            {
                found.Add(new PartDifference(localizer["Attachment added"], null, NameOf(file)));
            }
            else if (same.Title != file.Title)
            {
                found.Add(new PartDifference(localizer["Title of the attachment “{0}”", file.FileName], same.Title, file.Title));
            }
        }
        found.AddRange(gone.Select(file => new PartDifference(localizer["Attachment removed"], NameOf(file), null)));
        if (!Kept(before, after).SequenceEqual(Kept(after, before), StringComparer.Ordinal))
        {
            found.Add(new PartDifference(localizer["Order of the attachments"], ListOf(before), ListOf(after)));
        }
        return found;
    }

    private static IEnumerable<string> Kept(IReadOnlyList<Attachment> files, IReadOnlyList<Attachment> others) =>
        files.Where(file => others.Any(other => other.Id == file.Id)).Select(file => file.Id);

    private static string ListOf(IEnumerable<Attachment> files) => string.Join(", ", files.Select(file => file.FileName));

    private static string NameOf(Attachment file) => $"{file.FileName} ({FileSizes.Show(file.Size)})";
}
