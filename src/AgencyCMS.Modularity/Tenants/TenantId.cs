namespace AgencyCMS.Modularity.Tenants;

/// <summary>Number of a tenant, from 1; given once and never again, also after deletion.</summary>
public readonly record struct TenantId(int Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
