using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.Domain;

/// <summary>What the roles of the set-up recipes are called; others are called by their names.</summary>
internal static class RoleLabels
{
    public static string Of(string role, IStringLocalizer localizer) => role switch
    {
        "Editor" => localizer["Editor"],
        "Reviewer" => localizer["Reviewer"],
        "SiteAdministrator" => localizer["Site administrator"],
        "CountyOfficer" => localizer["County officer"],
        "CountyAdministrator" => localizer["County administrator"],
        _ => role,
    };
}
