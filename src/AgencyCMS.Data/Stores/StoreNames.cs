namespace AgencyCMS.Data.Stores;

/// <summary>Names in the databases that code and operators rely on.</summary>
public static class StoreNames
{
    /// <summary>PostgreSQL schema of the county store.</summary>
    public const string CountySchema = "county";

    /// <summary>PostgreSQL schema of the tenant store.</summary>
    public const string TenantSchema = "tenant";

    /// <summary>PostgreSQL role under which the application works. It owns nothing, so row-level security binds it.</summary>
    public const string ApplicationRole = "agencycms_app";

    /// <summary>PostgreSQL setting that carries the tenant's id on a connection; unset means no rows.</summary>
    public const string TenantSetting = "cms.tenant";

    /// <summary>PostgreSQL channel on which commits of tenant stores are announced; the payload is the tenant's id.</summary>
    public const string ChangesChannel = "agencycms_changes";

    /// <summary>PostgreSQL channel on which changes of tenants' records are announced.</summary>
    public const string TenantsChannel = "agencycms_tenants";
}
