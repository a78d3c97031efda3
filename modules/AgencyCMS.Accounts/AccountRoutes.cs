namespace AgencyCMS.Accounts;

/// <summary>Names of this module's routes, beside the well-known ones for signing in and out.</summary>
internal static class AccountRoutes
{
    public const string Profile = "account.profile";
    public const string Password = "account.password";
    public const string SecondStep = "account.second-step";
    public const string SecondFactor = "account.second-factor";
    public const string Sessions = "account.sessions";
    public const string Accounts = "accounts.list";
    public const string Create = "accounts.create";
    public const string Account = "accounts.edit";
    public const string Membership = "accounts.membership";
    public const string Members = "members.list";
    public const string Member = "members.edit";
    public const string Help = "accounts.help";
    public const string EndHelp = "accounts.end-help";
    public const string Roles = "roles.list";
}
