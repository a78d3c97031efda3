using AgencyCMS.Contents.Contracts;

namespace AgencyCMS.Contents.ShowItem;

/// <summary>The page of items that no module shows in its own way.</summary>
internal sealed record StandardItemPage(string Title, DateTimeOffset? PublishedAt, IReadOnlyList<ItemView> Sections);
