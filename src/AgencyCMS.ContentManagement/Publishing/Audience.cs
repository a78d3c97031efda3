namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>For whom a published item is (公开范围; internal disclosure, rows ND).</summary>
public enum Audience
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>All staff of the agency.</summary>
    Staff,

    /// <summary>One staff group of the agency.</summary>
    Group,
}
