using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Tenants.Domain;

namespace AgencyCMS.Tenants.EditTenant;

/// <summary>What a tenant is called and where it is found, as it was typed.</summary>
internal sealed record EditTenantForm
{
    public string? Name { get; init; }
    public string? Title { get; init; }

    /// <summary>Empty for none.</summary>
    public string? Prefix { get; init; }

    /// <summary>Separated by blanks, commas or line ends.</summary>
    public string? Hosts { get; init; }

    public string? SiteCode { get; init; }

    /// <summary>Version of the record that the person saw.</summary>
    public int Version { get; init; }

    public static EditTenantForm Of(Tenant tenant) => new()
    {
        Name = tenant.Name,
        Title = tenant.Title,
        Prefix = tenant.Prefix,
        Hosts = HostLines.Join(tenant.Hosts),
        SiteCode = tenant.SiteCode,
        Version = tenant.Version,
    };

    public TenantDescription ToDescription() => new(Name ?? "", Title ?? "", Prefix, [.. HostLines.Split(Hosts)], SiteCode ?? "");
}
