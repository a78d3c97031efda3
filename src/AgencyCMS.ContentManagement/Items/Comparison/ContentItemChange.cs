namespace AgencyCMS.ContentManagement.Items.Comparison;

/// <summary>A value that differs between two versions of an item.</summary>
/// <param name="Path">Where it stands, such as <c>TitlePart.Title</c> or <c>Services.ContentItems[1].HtmlBodyPart.Html</c>.</param>
/// <param name="Before">The old value as text; null when it was absent or null.</param>
/// <param name="After">The new value as text; null when it is absent or null.</param>
/// <param name="Text">Where both are texts: the difference inside them, character by character for Chinese and word by word otherwise. Otherwise empty.</param>
public sealed record ContentItemChange(string Path, string? Before, string? After, IReadOnlyList<TextSegment> Text);
