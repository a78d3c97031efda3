namespace AgencyCMS.Tenants;

/// <summary>Names of the console's routes.</summary>
internal static class TenantRoutes
{
    public const string List = "tenants.list";
    public const string Show = "tenants.show";
    public const string Create = "tenants.create";
    public const string Edit = "tenants.edit";
    public const string Confirm = "tenants.confirm";
    public const string Export = "tenants.export";
    public const string Help = "tenants.help";
    public const string EndHelp = "tenants.end-help";
    public const string Features = "tenants.features";
    public const string SwitchFeature = "tenants.switch-feature";
    public const string ConfirmFeature = "tenants.confirm-feature";
    public const string OwnFeatures = "site.features";
    public const string SwitchOwnFeature = "site.switch-feature";
}
