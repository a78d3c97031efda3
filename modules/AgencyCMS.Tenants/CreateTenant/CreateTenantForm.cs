using System.Collections.Immutable;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Tenants.Domain;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AgencyCMS.Tenants.CreateTenant;

/// <summary>What the console asks for to make a tenant; all of it as it was typed.</summary>
internal sealed record CreateTenantForm
{
    public string? Name { get; init; }
    public string? Title { get; init; }
    public string? TitleEn { get; init; }
    public TenantKind Kind { get; init; } = TenantKind.Department;

    /// <summary>Empty for the name.</summary>
    public string? Prefix { get; init; }

    /// <summary>Separated by blanks, commas or line ends.</summary>
    public string? Hosts { get; init; }

    public string? SiteCode { get; init; }
    public string? Recipe { get; init; } = "agency";

    /// <summary>Sign-in name of the first administrator; empty for none.</summary>
    public string? UserName { get; init; }

    /// <summary>Name of the first administrator.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What can be chosen.</summary>
    [BindNever]
    public ImmutableArray<RecipeDescriptor> Recipes { get; init; } = [];

    /// <param name="password">For the first administrator's first sign-in.</param>
    public NewTenant ToNewTenant(string password) => new()
    {
        Name = Name ?? "",
        Title = Title ?? "",
        TitleEn = TitleEn ?? "",
        Kind = Kind,
        Prefix = string.IsNullOrWhiteSpace(Prefix) ? null : Prefix,
        Hosts = [.. HostLines.Split(Hosts)],
        SiteCode = SiteCode ?? "",
        Recipe = Recipe ?? "",
        Administrator = string.IsNullOrWhiteSpace(UserName)
            ? null
            : new AccountRequest(UserName.Trim(), DisplayName?.Trim() ?? "", []) { Password = password, MustBeNew = true },
    };
}
