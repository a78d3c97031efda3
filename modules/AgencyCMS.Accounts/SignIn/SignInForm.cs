namespace AgencyCMS.Accounts.SignIn;

internal sealed record SignInForm
{
    public string UserName { get; init; } = "";

    public string Password { get; init; } = "";

    public string? ReturnUrl { get; init; }
}
