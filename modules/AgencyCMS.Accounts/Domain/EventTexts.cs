using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.Domain;

/// <summary>What the entries of an account's history are called on screen. The store keeps the English kinds.</summary>
internal static class EventTexts
{
    public static string Of(AccountEventKind kind, IStringLocalizer localizer) => kind switch
    {
        AccountEventKind.Created => localizer["Created"],
        AccountEventKind.SignedIn => localizer["Signed in"],
        AccountEventKind.PasswordChanged => localizer["Password changed"],
        AccountEventKind.PasswordReset => localizer["New password given"],
        AccountEventKind.SecondFactorAdded => localizer["Second factor set up"],
        AccountEventKind.SecondFactorRemoved => localizer["Second factor removed"],
        AccountEventKind.RecoveryCodesMade => localizer["Recovery codes made"],
        AccountEventKind.RecoveryCodeUsed => localizer["Recovery code used"],
        AccountEventKind.SessionRevoked => localizer["Session ended"],
        AccountEventKind.MembershipChanged => localizer["Roles changed"],
        AccountEventKind.MembershipRemoved => localizer["Membership ended"],
        AccountEventKind.Renamed => localizer["Name changed"],
        AccountEventKind.Disabled => localizer["Account locked"],
        AccountEventKind.Enabled => localizer["Account opened again"],
        AccountEventKind.Unlocked => localizer["Wrong tries forgotten"],
        AccountEventKind.HelpStarted => localizer["Helps inside an agency"],
        AccountEventKind.HelpEnded => localizer["Help inside an agency ended"],
        _ => kind.ToString(),
    };
}
