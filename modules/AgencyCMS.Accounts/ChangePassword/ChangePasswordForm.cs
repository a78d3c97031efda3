namespace AgencyCMS.Accounts.ChangePassword;

internal sealed record ChangePasswordForm
{
    public string CurrentPassword { get; init; } = "";

    public string NewPassword { get; init; } = "";

    public string RepeatedPassword { get; init; } = "";

    public string? ReturnUrl { get; init; }
}
