namespace AgencyCMS.Modularity.Tenants;

/// <summary>Kinds of agency that have a tenant (domain reference, glossary: 县政务公开办, 部门, 乡镇, 公用企事业单位).</summary>
public enum TenantKind
{
    CountyOffice,
    Department,
    Township,
    PublicInstitution,
}
