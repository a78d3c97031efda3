namespace AgencyCMS.Contents.Contracts;

/// <summary>Names of the routes on which staff write items, for links of other modules.</summary>
public static class ItemRoutes
{
    /// <summary>One item; needs <c>contentItemId</c>.</summary>
    public const string Edit = ContentRouteNames.Edit;

    /// <summary>A new item; needs <c>contentType</c>.</summary>
    public const string New = ContentRouteNames.New;
}
