using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.ContentManagement.Tests.Recipes;

/// <summary>A rule that came after the items it is about: what lacks something may be a draft and not public.</summary>
internal sealed class LateRule : IContentHandler
{
    public Task<IEnumerable<Problem>> CheckAsync(ContentItem item, bool isPublishing, CancellationToken cancellationToken) =>
        Task.FromResult<IEnumerable<Problem>>(isPublishing && item.Document["LatePart"]?["Missing"] is not null ? [Problem.Invalid("test.missing", "Missing", "Something is missing.")] : []);
}
