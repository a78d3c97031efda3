namespace AgencyCMS.Accounts.ManageSecondFactor;

internal sealed record SecondFactorForm
{
    /// <summary>The new shared secret, protected, while the app is being set up; empty otherwise.</summary>
    public string Setup { get; init; } = "";

    public string Code { get; init; } = "";

    public string Password { get; init; } = "";
}
