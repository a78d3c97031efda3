using System.Collections.Immutable;
using System.Security.Cryptography;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Identification;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Accounts.ManageSecondFactor;

/// <summary>A person sets up, renews or removes their own second factor. Each asks for the password again.</summary>
internal sealed class SecondFactorHandler(CountyDb db, OwnAccount own, SecondFactor factor, AuthenticatorSecrets secrets)
{
    private const string Issuer = "AgencyCMS";

    public async Task<SecondFactorPage> ShowAsync(string setup, CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        if (account.HasSecondFactor)
        {
            return new SecondFactorPage { IsOn = true, RecoveryCodesLeft = await factor.CountCodesAsync(account.Id, cancellationToken) };
        }
        var secret = Read(account, setup) ?? OneTimeCode.NewSecret();
        return new SecondFactorPage
        {
            Setup = secrets.Protect(account.Id, secret),
            Key = string.Join(' ', secret.Chunk(4).Select(group => new string(group))),
            Picture = SecondFactorPage.Draw(OneTimeCode.Address(Issuer, account.UserName, secret)),
        };
    }

    /// <returns>The recovery codes, shown once.</returns>
    public async Task<Outcome<ImmutableArray<string>>> EnrolAsync(SecondFactorForm form, CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        if (account.HasSecondFactor)
        {
            return AccountProblems.SecondFactorIsOn();
        }
        var confirmed = await own.ConfirmAsync(account, form.Password, nameof(form.Password), cancellationToken);
        if (confirmed.IsRefused)
        {
            return Outcome.Refused<ImmutableArray<string>>(confirmed.Problems);
        }
        if (Read(account, form.Setup) is not { } secret)
        {
            return AccountProblems.CodeDoesNotMatch(nameof(form.Code));
        }
        await using var change = await db.BeginChangeAsync(account.Id, cancellationToken);
        var read = await own.ReadConfirmedAsync(account, cancellationToken);
        if (!read.TryGet(out account))
        {
            return Outcome.Refused<ImmutableArray<string>>(read.Problems);
        }
        if (account.HasSecondFactor)
        {
            return AccountProblems.SecondFactorIsOn();
        }
        if (await factor.EnrolAsync(account, secret, form.Code, cancellationToken) is not { } codes)
        {
            return AccountProblems.CodeDoesNotMatch(nameof(form.Code));
        }
        await change.CommitAsync(CancellationToken.None);
        return codes;
    }

    /// <returns>New recovery codes, shown once.</returns>
    public async Task<Outcome<ImmutableArray<string>>> RenewCodesAsync(SecondFactorForm form, CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        var confirmed = await ConfirmAsync(account, form, cancellationToken);
        if (confirmed.IsRefused)
        {
            return Outcome.Refused<ImmutableArray<string>>(confirmed.Problems);
        }
        await using var change = await db.BeginChangeAsync(account.Id, cancellationToken);
        var read = await own.ReadConfirmedAsync(account, cancellationToken);
        if (!read.TryGet(out account))
        {
            return Outcome.Refused<ImmutableArray<string>>(read.Problems);
        }
        if (!account.HasSecondFactor)
        {
            return AccountProblems.SecondFactorIsOff();
        }
        var codes = await factor.RenewCodesAsync(account, cancellationToken);
        await change.CommitAsync(CancellationToken.None);
        return codes;
    }

    public async Task<Outcome> RemoveAsync(SecondFactorForm form, CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        var confirmed = await ConfirmAsync(account, form, cancellationToken);
        if (confirmed.IsRefused)
        {
            return confirmed;
        }
        await using var change = await db.BeginChangeAsync(account.Id, cancellationToken);
        var read = await own.ReadConfirmedAsync(account, cancellationToken);
        if (!read.TryGet(out account))
        {
            return Outcome.Refused(read.Problems);
        }
        if (account.HasSecondFactor)
        {
            await factor.RemoveAsync(account, account.UserName, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await change.CommitAsync(CancellationToken.None);
        }
        return Outcome.Done;
    }

    private async Task<Outcome> ConfirmAsync(Account account, SecondFactorForm form, CancellationToken cancellationToken) => account.HasSecondFactor
        ? await own.ConfirmAsync(account, form.Password, nameof(form.Password), cancellationToken)
        : AccountProblems.SecondFactorIsOff();

    // A secret that was made for somebody else, or that was tampered with, is as good as none.
    private string? Read(Account account, string setup)
    {
        try
        {
            return setup.Length == 0 ? null : secrets.Unprotect(account.Id, setup);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
