using AgencyCMS.Presentation;

namespace AgencyCMS.Contents;

/// <summary>Names of this module's routes.</summary>
internal static class ContentRouteNames
{
    public const string Item = "contents.item";
    public const string Feed = WellKnownRoutes.Feed;
    public const string Subscribe = "contents.subscribe";
    public const string SiteMapPage = "contents.site-map";
    public const string Sitemap = "contents.sitemap";
    public const string List = "contents.list";
    public const string New = "contents.new";
    public const string Edit = "contents.edit";
    public const string Autosave = "contents.autosave";
    public const string Arrived = "contents.arrived";
    public const string DiscardAutosave = "contents.discard-autosave";
    public const string Preview = "contents.preview";
    public const string Versions = "contents.versions";
    public const string Compare = "contents.compare";
    public const string Publish = "contents.publish";
    public const string Schedule = "contents.schedule";
    public const string Withdraw = "contents.withdraw";
    public const string Discard = "contents.discard";
    public const string Restore = "contents.restore";
    public const string Types = "contents.types";
    public const string EditType = "contents.edit-type";
    public const string Settings = "contents.settings";
}
