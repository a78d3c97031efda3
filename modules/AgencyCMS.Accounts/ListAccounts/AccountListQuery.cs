using System.Collections.Immutable;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.ListAccounts;

internal sealed class AccountListQuery(CountyDb db, TenantDirectory directory)
{
    public const int PageSize = 20;

    public async Task<AccountList> ReadAsync(AccountFilter filter, CancellationToken cancellationToken)
    {
        var wanted = Where(db.Set<Account>().AsNoTracking(), filter);
        var page = Paging.Read(filter.Page);
        var rows = await Order(wanted, filter.Sort).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(account => new AccountRow(account.Id, account.UserName, account.DisplayName, account.IsEnabled, account.AuthenticatorSecret != null, account.CreatedAt, account.LastSignInAt))
            .ToListAsync(cancellationToken);
        return new AccountList(filter with { Page = page }, [.. rows], await wanted.CountAsync(cancellationToken));
    }

    private IQueryable<Account> Where(IQueryable<Account> accounts, AccountFilter filter)
    {
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var text = filter.Q.Trim();
            var name = UserNames.Normalise(text);
            accounts = accounts.Where(account => account.NormalisedName.Contains(name) || account.DisplayName.Contains(text));
        }
        if (!string.IsNullOrEmpty(filter.Tenant))
        {
            var tenant = directory.FindByName(filter.Tenant)?.Id.Value ?? 0;
            accounts = accounts.Where(account => db.Set<Membership>().Any(membership => membership.AccountId == account.Id && membership.TenantId == tenant));
        }
        return filter.State switch
        {
            "enabled" => accounts.Where(account => account.IsEnabled),
            "disabled" => accounts.Where(account => !account.IsEnabled),
            "without-second-factor" => accounts.Where(account => account.AuthenticatorSecret == null),
            _ => accounts,
        };
    }

    private static IOrderedQueryable<Account> Order(IQueryable<Account> accounts, string? sort) => sort switch
    {
        "-name" => accounts.OrderByDescending(account => account.NormalisedName),
        "created" => accounts.OrderBy(account => account.CreatedAt).ThenBy(account => account.Id),
        "-created" => accounts.OrderByDescending(account => account.CreatedAt).ThenBy(account => account.Id),
        "last" => accounts.OrderBy(account => account.LastSignInAt ?? DateTimeOffset.UnixEpoch).ThenBy(account => account.Id),
        "-last" => accounts.OrderByDescending(account => account.LastSignInAt ?? DateTimeOffset.UnixEpoch).ThenBy(account => account.Id),
        _ => accounts.OrderBy(account => account.NormalisedName),
    };
}

/// <summary>A page of the county's accounts.</summary>
internal sealed record AccountList(AccountFilter Filter, ImmutableArray<AccountRow> Rows, int Total);

/// <summary>An account in the list.</summary>
internal sealed record AccountRow(int Id, string UserName, string DisplayName, bool IsEnabled, bool HasSecondFactor, DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt);
