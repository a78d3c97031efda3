namespace AgencyCMS.Search;

internal static class SearchFeature
{
    public const string Id = "AgencyCMS.Search";
}
