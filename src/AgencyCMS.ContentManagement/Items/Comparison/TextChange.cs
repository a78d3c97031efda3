namespace AgencyCMS.ContentManagement.Items.Comparison;

/// <summary>What became of a stretch of text between two versions.</summary>
public enum TextChange
{
    Same,
    Deleted,
    Inserted,
}
