using System.Collections.Immutable;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Tenants.Contracts;

/// <summary>A tenant that shall be made.</summary>
public sealed record NewTenant
{
    /// <summary>Name in addresses and commands; see <see cref="TenantNames"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The agency's full official name, 1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>The name in English; empty for none.</summary>
    public string TitleEn { get; init; } = "";

    public required TenantKind Kind { get; init; }

    /// <summary>First path segment on the default hosts; null for the tenant's name, empty for none.</summary>
    public string? Prefix { get; init; }

    /// <summary>Host names of its own, without port.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>Government-website identification code, 10 characters; empty when not yet given.</summary>
    public string SiteCode { get; init; } = "";

    /// <summary>Name of the set-up recipe.</summary>
    public required string Recipe { get; init; }

    /// <summary>Path of a recipe file that is taken instead of one with that name; null to look for the name. Never take it from a form.</summary>
    public string? RecipeFile { get; init; }

    /// <summary>The site's first administrator, a new account; null for none. It is made with the tenant: both stand afterwards, or neither.</summary>
    public AccountRequest? Administrator { get; init; }

    /// <summary>Names of recipes that are run after the set-up, in this order.</summary>
    public ImmutableArray<string> FurtherRecipes { get; init; } = [];
}
