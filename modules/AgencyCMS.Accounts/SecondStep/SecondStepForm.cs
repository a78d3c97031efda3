namespace AgencyCMS.Accounts.SecondStep;

internal sealed record SecondStepForm
{
    /// <summary>Six digits of the app, or a recovery code.</summary>
    public string Code { get; init; } = "";

    public string? ReturnUrl { get; init; }
}
