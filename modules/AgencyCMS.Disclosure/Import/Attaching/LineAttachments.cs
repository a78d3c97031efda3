using System.Security.Cryptography;
using System.Text;
using AgencyCMS.Content.Items;
using AgencyCMS.Media.Contracts;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Import.Attaching;

/// <summary>Attaches the files of a line to its item. The same file of the same item has the same id, so that a repeated import stores nothing twice.</summary>
internal sealed class LineAttachments(IAttachmentStore store)
{
    /// <returns>What the item is to name; every refusal when one of them may not be attached.</returns>
    public async Task<Outcome<IReadOnlyList<Attachment>>> AttachAsync(ContentItem item, ImportLine line, bool isRehearsal, CancellationToken cancellationToken)
    {
        var attachments = new List<Attachment>();
        var problems = new List<Problem>();
        foreach (var file in line.Attachments)
        {
            await using var content = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var name = Path.GetFileName(file.Path);
            var id = IdOf(item.ContentItemId, name, await SHA256.HashDataAsync(content, cancellationToken));
            content.Position = 0;
            var added = await store.AddOnceAsync(item.ContentItemId, id, name, content, isRehearsal, cancellationToken);
            problems.AddRange(added.Problems);
            if (added.TryGet(out var attachment) && attachments.TrueForAll(known => known.Id != id))
            {
                attachments.Add(attachment with { Title = file.Title });
            }
        }
        return problems.Count > 0 ? Outcome.Refused<IReadOnlyList<Attachment>>(problems) : attachments;
    }

    private static string IdOf(string contentItemId, string name, byte[] hash)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"import\n{contentItemId}\n{name}\n{Convert.ToHexStringLower(hash)}"));
        return ContentIds.FromGuid(new Guid(key.AsSpan(0, 16)));
    }
}
