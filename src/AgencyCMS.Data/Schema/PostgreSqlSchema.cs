using AgencyCMS.Data.Stores;
using Npgsql;

namespace AgencyCMS.Data.Schema;

/// <summary>Schemas, the application's role and row-level security. Every statement may be repeated.</summary>
internal static class PostgreSqlSchema
{
    public static void Create(NpgsqlDataSource source, string schema) => Execute(
        source,
        $"""
        CREATE SCHEMA IF NOT EXISTS {schema};
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{StoreNames.ApplicationRole}') THEN
                CREATE ROLE {StoreNames.ApplicationRole} NOLOGIN NOBYPASSRLS;
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$;
        GRANT {StoreNames.ApplicationRole} TO CURRENT_USER;
        """);

    /// <summary>Lets the application's role work in the schema, and shuts every table with a tenant's id to all tenants but the connection's own.</summary>
    public static void Secure(NpgsqlDataSource source, string schema, bool withRowSecurity)
    {
        Execute(
            source,
            $"""
            GRANT USAGE ON SCHEMA {schema} TO {StoreNames.ApplicationRole};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {StoreNames.ApplicationRole};
            GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {StoreNames.ApplicationRole};
            """);
        if (!withRowSecurity)
        {
            return;
        }
        Execute(
            source,
            $"""
            DO $$ DECLARE name text; BEGIN
                FOR name IN SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
                    WHERE c.table_schema = '{schema}' AND c.column_name = 'tenant_id' AND t.table_type = 'BASE TABLE'
                LOOP
                    EXECUTE format('ALTER TABLE {schema}.%I ENABLE ROW LEVEL SECURITY', name);
                    EXECUTE format('DROP POLICY IF EXISTS own_rows ON {schema}.%I', name);
                    EXECUTE format('CREATE POLICY own_rows ON {schema}.%I USING (tenant_id = nullif(current_setting(''{StoreNames.TenantSetting}'', true), '''')::int) WITH CHECK (tenant_id = nullif(current_setting(''{StoreNames.TenantSetting}'', true), '''')::int)', name);
                END LOOP;
                FOR name IN SELECT t.table_name FROM information_schema.tables t WHERE t.table_schema = '{schema}' AND t.table_type = 'BASE TABLE'
                    AND NOT EXISTS (SELECT FROM information_schema.columns c WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name AND c.column_name = 'tenant_id')
                LOOP
                    EXECUTE format('REVOKE ALL ON {schema}.%I FROM {StoreNames.ApplicationRole}', name);
                END LOOP;
            END $$;
            """);
    }

    private static void Execute(NpgsqlDataSource source, string sql)
    {
        using var command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }
}
