using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Data.Changes;

/// <summary>The in-process bell: rung when a tenant's change log has grown. Carries no data; a lost ring costs only time.</summary>
public sealed class ChangeSignal
{
    /// <summary>Raised on the committing thread; handlers must not block or throw.</summary>
    public event Action<TenantId>? Woken;

    /// <summary>Raised when changes may have gone unheard; handlers must not block or throw.</summary>
    public event Action? Missed;

    public void Wake(TenantId tenant) => Woken?.Invoke(tenant);

    /// <summary>Says that any tenant's log may have grown while nobody listened.</summary>
    public void Miss() => Missed?.Invoke();
}
