using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Tenants.Domain;

/// <summary>What states, kinds and actions are called on screen.</summary>
internal static class TenantWords
{
    public static string Of(IStringLocalizer localizer, TenantState state) => state switch
    {
        TenantState.Draft => localizer["Draft"],
        TenantState.Provisioning => localizer["Being set up"],
        TenantState.Running => localizer["Running"],
        TenantState.Suspended => localizer["Suspended"],
        TenantState.Archived => localizer["Archived"],
        _ => localizer["Deleted"],
    };

    public static AlertKind KindOf(TenantState state) => state switch
    {
        TenantState.Running => AlertKind.Good,
        TenantState.Suspended or TenantState.Provisioning => AlertKind.Warn,
        TenantState.Deleted => AlertKind.Bad,
        _ => AlertKind.Neutral,
    };

    public static string Of(IStringLocalizer localizer, TenantKind kind) => kind switch
    {
        TenantKind.CountyOffice => localizer["County office"],
        TenantKind.Township => localizer["Township"],
        TenantKind.PublicInstitution => localizer["Public institution"],
        _ => localizer["Department"],
    };

    public static string Of(IStringLocalizer localizer, TenantAction action) => action switch
    {
        TenantAction.Created => localizer["Created"],
        TenantAction.Described => localizer["Name or addresses changed"],
        TenantAction.Suspended => localizer["Suspended"],
        TenantAction.Resumed => localizer["Resumed"],
        TenantAction.Archived => localizer["Archived"],
        TenantAction.Deleted => localizer["Deleted"],
        TenantAction.Restored => localizer["Deletion taken back"],
        TenantAction.Removed => localizer["Removed for good"],
        TenantAction.FeatureEnabled => localizer["Feature switched on"],
        TenantAction.FeatureDisabled => localizer["Feature switched off"],
        TenantAction.HelpStarted => localizer["The county helps inside"],
        TenantAction.HelpEnded => localizer["The county's help ended"],
        _ => localizer["Exported"],
    };
}
