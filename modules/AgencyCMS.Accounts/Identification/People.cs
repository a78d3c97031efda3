using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.Identification;

internal sealed class People(CountyDb db, IStringLocalizer localizer) : IPeople
{
    public async Task<PeopleNames> NamesAsync(IEnumerable<string> userNames, CancellationToken cancellationToken)
    {
        var wanted = userNames.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var names = wanted.Count == 0 ? [] : await db.Set<Account>().AsNoTracking().Where(account => wanted.Contains(account.UserName))
            .ToDictionaryAsync(account => account.UserName, account => account.DisplayName, StringComparer.Ordinal, cancellationToken);
        // No account can have such a name: the platform and its services act under them.
        foreach (var service in wanted.Where(name => name == Actor.System.Name || name.StartsWith(Actor.System.Name + ":", StringComparison.Ordinal)))
        {
            names[service] = localizer["The platform"];
        }
        return new PeopleNames(names);
    }
}
