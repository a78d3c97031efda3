namespace AgencyCMS.ContentManagement.Items.Parts;

/// <summary>Marks an item as a list; the items in it name it in their <see cref="ContainedPart"/>.</summary>
public sealed class ListPart : ContentPart;
