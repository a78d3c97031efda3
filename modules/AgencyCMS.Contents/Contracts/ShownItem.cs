using AgencyCMS.ContentManagement.Items;

namespace AgencyCMS.Contents.Contracts;

/// <summary>An item on its public page.</summary>
/// <param name="Item">The version that is shown.</param>
/// <param name="PublishedAt">When the item was published first, or what history says of that: the same as in lists and feeds. Null when it never was.</param>
/// <param name="UpdatedAt">When the version took the place of an earlier one before readers; null when it has not.</param>
/// <param name="IsPreview">True when staff look at a version that need not be public: addresses of its files must be those for staff.</param>
public sealed record ShownItem(ContentItem Item, DateTimeOffset? PublishedAt, DateTimeOffset? UpdatedAt, bool IsPreview);

/// <summary>A view with its model.</summary>
/// <param name="Name">Name of a view in the folder <c>Parts</c> of the module (or in the theme), without extension.</param>
/// <param name="Model">What it shows.</param>
public sealed record ItemView(string Name, object Model);
