using System.Collections.Immutable;
using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Modularity.Setup;

/// <summary>Passwords that were generated while something was set up, until whoever set it up shows them. They are shown once and kept nowhere.</summary>
public sealed class GeneratedPasswords
{
    private ImmutableArray<ProvisionedAccount> _accounts = [];

    /// <summary>Keeps the accounts that got a password; the others are left out.</summary>
    public void Add(IEnumerable<ProvisionedAccount> accounts)
    {
        var added = accounts.Where(account => account.Password is not null).ToImmutableArray();
        ImmutableInterlocked.Update(ref _accounts, known => known.AddRange(added));
    }

    /// <summary>Gives them out and forgets them.</summary>
    public ImmutableArray<ProvisionedAccount> Take() => ImmutableInterlocked.InterlockedExchange(ref _accounts, []);
}
