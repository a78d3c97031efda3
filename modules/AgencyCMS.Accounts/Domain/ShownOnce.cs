namespace AgencyCMS.Accounts.Domain;

/// <summary>Keys under which a secret travels, encrypted, from a form to the one page that shows it.</summary>
internal static class ShownOnce
{
    public const string Password = "accounts.password";
}
