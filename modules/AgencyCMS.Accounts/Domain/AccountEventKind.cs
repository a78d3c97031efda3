namespace AgencyCMS.Accounts.Domain;

/// <summary>What happened to an account. The names are stored and never change.</summary>
internal enum AccountEventKind
{
    Created,
    SignedIn,
    PasswordChanged,
    PasswordReset,
    SecondFactorAdded,
    SecondFactorRemoved,
    RecoveryCodesMade,
    RecoveryCodeUsed,
    SessionRevoked,
    MembershipChanged,
    MembershipRemoved,
    Renamed,
    Disabled,
    Enabled,
    Unlocked,
    HelpStarted,
    HelpEnded,
}
