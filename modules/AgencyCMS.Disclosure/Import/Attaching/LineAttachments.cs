using System.Security.Cryptography;
using System.Text;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.Media.Contracts;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Import.Attaching;

/// <summary>Attaches the files of a line to its item.</summary>
internal sealed class LineAttachments(IAttachmentStore store)
{
    /// <summary>The files that a line names, with the ids they have or will have.</summary>
    public static async Task<IReadOnlyList<LineFile>> IdentifyAsync(string contentItemId, ImportLine line, CancellationToken cancellationToken)
    {
        var files = new List<LineFile>();
        foreach (var named in line.Attachments)
        {
            await using var content = Open(named.Path);
            var name = Path.GetFileName(named.Path);
            var id = IdOf(contentItemId, name, await SHA256.HashDataAsync(content, cancellationToken));
            if (files.TrueForAll(known => known.Id != id))
            {
                files.Add(new LineFile(id, name, named.Title, () => Open(named.Path)));
            }
        }
        return files;
    }

    /// <summary>Keeps files for an item.</summary>
    /// <returns>What the item is to name; every refusal when one of them may not be attached.</returns>
    public async Task<Outcome<IReadOnlyList<Attachment>>> AttachAsync(string contentItemId, IReadOnlyList<LineFile> files, bool isRehearsal, CancellationToken cancellationToken)
    {
        var attachments = new List<Attachment>();
        var problems = new List<Problem>();
        foreach (var file in files)
        {
            await using var content = file.Open();
            var added = await store.AddOnceAsync(contentItemId, file.Id, file.Name, content, isRehearsal, cancellationToken);
            problems.AddRange(added.Problems);
            if (added.TryGet(out var attachment))
            {
                attachments.Add(attachment with { Title = file.Title });
            }
        }
        return problems.Count > 0 ? Outcome.Refused<IReadOnlyList<Attachment>>(problems) : attachments;
    }

    /// <summary>The same file of the same item has the same id.</summary>
    public static string IdOf(string contentItemId, string name, byte[] hash)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"import\n{contentItemId}\n{name}\n{Convert.ToHexStringLower(hash)}"));
        return ContentIds.FromGuid(new Guid(key.AsSpan(0, 16)));
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
}
