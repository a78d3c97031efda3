namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>Permissions that decide about content whichever door a change comes through; declared by the module whose pages ask for them.</summary>
public static class ContentRights
{
    public const string Publish = "contents.publish";
    public const string Withdraw = "contents.withdraw";
}
