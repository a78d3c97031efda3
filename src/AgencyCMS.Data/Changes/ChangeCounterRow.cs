using AgencyCMS.Data.Stores;

namespace AgencyCMS.Data.Changes;

internal sealed class ChangeCounterRow : ITenantRow
{
    public int TenantId { get; set; }
    public long Last { get; set; }
}
