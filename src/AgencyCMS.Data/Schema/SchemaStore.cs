namespace AgencyCMS.Data.Schema;

/// <summary>Tags of schema steps: which kind of store a step belongs to. Each step carries exactly one.</summary>
public static class SchemaStore
{
    public const string County = "county";
    public const string Tenant = "tenant";
}
