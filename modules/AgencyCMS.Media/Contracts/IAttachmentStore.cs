using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Media.Contracts;

/// <summary>Takes the files of items of the current tenant, for forms and imports alike.</summary>
public interface IAttachmentStore
{
    /// <summary>
    /// Checks a file and keeps it for an item, which need not be saved yet. It is written at once; it has no public address until a version of the item
    /// that names it in its <see cref="AttachmentsPart"/> is published.
    /// </summary>
    /// <param name="contentItemId">The item.</param>
    /// <param name="fileName">As the sender called it; the extension says what it claims to be.</param>
    /// <param name="content">Read once from where it stands; never held in memory as a whole.</param>
    /// <param name="cancellationToken">Nothing is kept then.</param>
    /// <returns>The attachment to be named in the part; refused when the file is too large or not what it may be.</returns>
    Task<Outcome<Attachment>> AddAsync(string contentItemId, string fileName, Stream content, CancellationToken cancellationToken);

    /// <summary>The same for a file whose id is given, so that who brings it again adds nothing: what an id stands for never changes.</summary>
    /// <param name="contentItemId">The item.</param>
    /// <param name="id">26 characters; the caller makes the same of the same item and file.</param>
    /// <param name="fileName">As the sender called it.</param>
    /// <param name="content">Read once, unless the item has that file.</param>
    /// <param name="isRehearsal">True to check the file and keep nothing of it.</param>
    /// <param name="cancellationToken">Nothing is kept then.</param>
    Task<Outcome<Attachment>> AddOnceAsync(string contentItemId, string id, string fileName, Stream content, bool isRehearsal, CancellationToken cancellationToken);
}
