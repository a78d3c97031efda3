namespace AgencyCMS.Tenants.CreateTenant;

/// <summary>The first administrator of a new site, with the password that the next page shows once.</summary>
internal sealed record FirstAdministrator(string UserName, string Password)
{
    /// <summary>Key under which it travels, encrypted, from the form to that page.</summary>
    public const string Key = "tenants.administrator";
}
