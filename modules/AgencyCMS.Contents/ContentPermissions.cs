using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Contents;

internal static class ContentPermissions
{
    public const string ViewDrafts = "contents.view-drafts";
    public const string Edit = "contents.edit";
    public const string Publish = ContentRights.Publish;
    public const string Withdraw = ContentRights.Withdraw;
    public const string EditTypes = "contents.edit-types";
    public const string Settings = "site.settings";

    public static Permission[] All { get; } =
    [
        new(ViewDrafts, "Read drafts, versions and previews of this agency."),
        new(Edit, "Write and change items as drafts."),
        new(Publish, "Publish items now or at a moment to come."),
        new(Withdraw, "Withdraw published items, with a reason that readers see."),
        new(EditTypes, "Change the content types of this agency and their fields."),
        new(Settings, "Change titles, colours, contact data and footer of the site."),
    ];
}
