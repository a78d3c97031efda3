using AgencyCMS.ContentManagement.Definitions;
using AgencyCMS.ContentManagement.Items;

namespace AgencyCMS.Contents.Contracts;

/// <summary>One part of one item on its way through the form.</summary>
/// <param name="Item">The item as it is so far; editors write into it.</param>
/// <param name="Use">The part as the item's type uses it; the item stores it under <see cref="ContentTypePartDefinition.Name"/>.</param>
/// <param name="Definition">The part's own definition with its fields; null when the tenant has none.</param>
public sealed record PartEdit(ContentItem Item, ContentTypePartDefinition Use, ContentPartDefinition? Definition);
