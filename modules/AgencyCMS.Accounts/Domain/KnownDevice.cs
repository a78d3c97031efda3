using System.Collections.Immutable;
using System.Globalization;

namespace AgencyCMS.Accounts.Domain;

/// <summary>A browser and the people who have signed in with it, as its own cookie says. It gives no right, only a count of tries of its own.</summary>
/// <param name="Id">Random.</param>
/// <param name="AccountIds">Who used it last comes first.</param>
internal sealed record KnownDevice(string Id, ImmutableArray<int> AccountIds)
{
    // An office's shared machine; who has not used it for long is a stranger again.
    private const int MaxAccounts = 8;

    public static KnownDevice New() => new(RandomText.SessionId(), []);

    /// <returns>Null when it is not what <see cref="ToString"/> wrote.</returns>
    public static KnownDevice? Parse(string text)
    {
        var parts = text.Split(' ');
        var ids = parts.Skip(1).Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).ToImmutableArray();
        return ids.Contains(0) ? null : new KnownDevice(parts[0], ids);
    }

    public bool Knows(int accountId) => AccountIds.Contains(accountId);

    public KnownDevice With(int accountId) => this with { AccountIds = [accountId, .. AccountIds.Where(id => id != accountId).Take(MaxAccounts - 1)] };

    public override string ToString() => string.Join(' ', AccountIds.Select(id => id.ToString(CultureInfo.InvariantCulture)).Prepend(Id));
}
