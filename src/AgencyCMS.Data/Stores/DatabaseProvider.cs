namespace AgencyCMS.Data.Stores;

/// <summary>Which database the stores are kept in.</summary>
public enum DatabaseProvider
{
    /// <summary>One file for the county and one for each tenant.</summary>
    Sqlite,

    /// <summary>One database for the county and all tenants, with row-level security between tenants.</summary>
    PostgreSql,
}
