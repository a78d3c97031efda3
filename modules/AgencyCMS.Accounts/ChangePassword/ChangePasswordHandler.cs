using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Identification;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;
using Microsoft.AspNetCore.Identity;

namespace AgencyCMS.Accounts.ChangePassword;

/// <summary>A person replaces their own password. Their other sessions end: whoever knew the old password is out.</summary>
internal sealed class ChangePasswordHandler(CountyDb db, OwnAccount own, PasswordVault passwords, SessionStore sessions, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(ChangePasswordForm form, CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        var problems = PasswordRules.Check(account.UserName, form.NewPassword, nameof(form.NewPassword)).ToList();
        if (form.NewPassword != form.RepeatedPassword)
        {
            problems.Add(AccountProblems.PasswordsDiffer(nameof(form.RepeatedPassword)));
        }
        if (form.NewPassword == form.CurrentPassword)
        {
            problems.Add(AccountProblems.PasswordNotNew(nameof(form.NewPassword)));
        }
        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }
        var confirmed = await own.ConfirmAsync(account, form.CurrentPassword, nameof(form.CurrentPassword), cancellationToken);
        if (confirmed.IsRefused)
        {
            return confirmed;
        }
        await using var change = await db.BeginChangeAsync(account.Id, cancellationToken);
        var confirmedHash = account.PasswordHash;
        account = await own.GetAsync(cancellationToken);
        if (account.PasswordHash != confirmedHash)
        {
            // Sent twice, the second finds done what it wants.
            return passwords.Check(account, form.NewPassword) is PasswordVerificationResult.Failed ? AccountProblems.WrongPassword(nameof(form.CurrentPassword)) : Outcome.Done;
        }
        account.PasswordHash = passwords.Hash(form.NewPassword);
        account.MustChangePassword = false;
        account.Version++;
        db.Record(account.Id, AccountEventKind.PasswordChanged, account.UserName, clock.GetUtcNow());
        await sessions.RevokeOthersAsync(account.Id, own.Session.SessionId, account.UserName, cancellationToken);
        await change.CommitAsync(CancellationToken.None);
        return Outcome.Done;
    }
}
