namespace AgencyCMS.Data.Stores;

/// <summary>A row of a tenant store. Its tenant is set when it is saved and filters every query; nobody sets or reads it by hand.</summary>
public interface ITenantRow
{
    /// <summary>Id of the owning tenant; first column of the key and of every index.</summary>
    int TenantId { get; set; }
}
