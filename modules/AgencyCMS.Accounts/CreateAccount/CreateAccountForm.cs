namespace AgencyCMS.Accounts.CreateAccount;

internal sealed record CreateAccountForm
{
    public string UserName { get; init; } = "";

    public string DisplayName { get; init; } = "";
}
