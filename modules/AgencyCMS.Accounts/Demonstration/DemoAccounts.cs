using System.Collections.Immutable;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;
using AgencyCMS.Recipes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace AgencyCMS.Accounts.Demonstration;

/// <summary>The sign-in names of the demonstration county, for whoever tries the program out. In Development only: anywhere else there are none.</summary>
internal sealed class DemoAccounts(IHostEnvironment environment, IRecipeLibrary recipes, StoreSessions stores)
{
    private const string Recipe = "demo-county";

    /// <summary>False where the names are nobody's business.</summary>
    public bool AreTold => environment.IsDevelopment();

    /// <summary>Those of the demonstration's accounts that this county has, in the order of the recipe.</summary>
    public async Task<ImmutableArray<DemoAccount>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!AreTold || await recipes.FindAsync(Recipe, cancellationToken) is not { } source)
        {
            return [];
        }
        await using var db = stores.OpenCounty();
        var known = (await db.Set<Account>().AsNoTracking().Where(account => account.IsEnabled).Select(account => account.NormalisedName).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return [.. Named(source).Where(account => known.Contains(UserNames.Normalise(account.UserName)))];
    }

    /// <summary>True for one of them.</summary>
    public async Task<bool> ContainAsync(string userName, CancellationToken cancellationToken) =>
        AreTold && (await ReadAsync(cancellationToken)).Any(account => UserNames.Normalise(account.UserName) == UserNames.Normalise(userName));

    private static IEnumerable<DemoAccount> Named(RecipeSource source) => RecipeReader.Read(source.Utf8).Steps.Where(step => step?.FindText("name") == "Accounts")
        .SelectMany(step => step!.FindObjects("Accounts")) // only steps with a name are left
        .Select(account => new DemoAccount(
            account.FindText("UserName") ?? "",
            account.FindText("DisplayName") ?? "",
            [.. account.FindObjects("Memberships").Select(membership => $"{membership.FindText("Tenant")}: {string.Join(", ", membership.FindTexts("Roles"))}")]));
}

/// <summary>An account of the demonstration.</summary>
/// <param name="UserName">Sign-in name.</param>
/// <param name="DisplayName">The invented person.</param>
/// <param name="Works">Where and as what, such as <c>finance: Editor</c>.</param>
internal sealed record DemoAccount(string UserName, string DisplayName, ImmutableArray<string> Works);
