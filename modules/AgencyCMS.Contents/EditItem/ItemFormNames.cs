namespace AgencyCMS.Contents.EditItem;

/// <summary>Inputs of the form that belong to no part.</summary>
internal static class ItemFormNames
{
    public const string ContentType = "ContentType";

    /// <summary>Stamp of the item when the form was shown; 0 for a new one.</summary>
    public const string ExpectedVersion = "ExpectedVersion";

    /// <summary>New for every page that shows the form.</summary>
    public const string Token = "Token";

    /// <summary>Why it was changed.</summary>
    public const string Comment = "Comment";

    /// <summary>Name of the buttons; their values are those below.</summary>
    public const string Do = "Do";

    public const string Save = "save";
    public const string Publish = "publish";
}
