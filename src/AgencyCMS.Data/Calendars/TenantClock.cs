using AgencyCMS.Modularity.Calendars;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Data.Calendars;

/// <summary>The legal clock of the current tenant: its date today, and the working days by which its limits are counted.</summary>
public sealed class TenantClock(TenantContext tenants, CountyCalendar calendar, TimeProvider clock)
{
    private WorkingDayCalendar? _calendar;

    /// <summary>Today's date where the tenant is.</summary>
    public DateOnly Today => tenants.Tenant.Today(clock);

    /// <summary>The date on which an instant falls where the tenant is.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => tenants.Tenant.DayOf(instant);

    /// <summary>The county's working days, as they are known now.</summary>
    public async Task<WorkingDayCalendar> CalendarAsync(CancellationToken cancellationToken) => _calendar ??= await calendar.GetAsync(cancellationToken);
}
