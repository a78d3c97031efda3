namespace AgencyCMS.ContentManagement.Items.Comparison;

/// <summary>A stretch of text. The segments that are not inserted make up the old text, those not deleted the new one.</summary>
/// <param name="IsMarkup">The stretch is an HTML tag or comment, which pages may fold away.</param>
public readonly record struct TextSegment(TextChange Change, string Text, bool IsMarkup = false);
