using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Storage;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>A version on its way to the public.</summary>
/// <param name="Item">The version's document; handlers may alter it while publishing.</param>
/// <param name="Row">The item's state as it will be.</param>
/// <param name="IsFirst">True when no version of the item has ever been public.</param>
public sealed record Publication(ContentItem Item, ContentItemRow Row, bool IsFirst);
