using AgencyCMS.ContentManagement.Items;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>
/// A module's part in the life of content items. Contributed, and always where it keeps rows; called inside the transaction of the change, for whole batches, so that what a module
/// writes (index rows, numbers) stands or falls with the item. Must not save the session.
/// </summary>
public interface IContentHandler
{
    /// <summary>Brings the module's part of an item into the form in which it is stored and compared.</summary>
    void Prepare(ContentItem item)
    {
    }

    /// <summary>Says what keeps an item from being saved or published. May fill in what the module sets by itself.</summary>
    /// <param name="item">The version to be saved.</param>
    /// <param name="isPublishing">True when it is to become public: only then must everything required be there.</param>
    /// <param name="cancellationToken">Stops the checking.</param>
    Task<IEnumerable<Problem>> CheckAsync(ContentItem item, bool isPublishing, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Problem>());

    /// <summary>Names that a version on its way to the public brings with it and that no other item can have, such as a number. Of one batch the first has it; the others are refused.</summary>
    IEnumerable<UniqueName> NamesOf(ContentItem item) => [];

    /// <summary>The moment at which an item itself says that it is no longer to be public; null when it says nothing of the kind. It is withdrawn then.</summary>
    DateTimeOffset? PublicUntil(ContentItem item) => null;

    /// <summary>Called before the versions are written; last chance to alter them, such as to give a number on first publication.</summary>
    Task PublishingAsync(IReadOnlyList<Publication> publications, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes the module's index rows of what has become public.</summary>
    Task PublishedAsync(IReadOnlyList<Publication> publications, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Removes the module's index rows of what is no longer public.</summary>
    Task WithdrawnAsync(IReadOnlyList<string> contentItemIds, CancellationToken cancellationToken) => Task.CompletedTask;
}
