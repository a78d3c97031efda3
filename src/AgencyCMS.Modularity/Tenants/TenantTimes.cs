using System.Globalization;

namespace AgencyCMS.Modularity.Tenants;

/// <summary>Instants and dates in a tenant's time zone.</summary>
public static class TenantTimes
{
    // What an input of type datetime-local sends and shows; browsers leave the seconds out when they are zero.
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>The zone of a county that has not been set up.</summary>
    public static TimeZoneInfo UsualZone { get; } = Read(Tenant.UsualTimeZone);

    /// <summary>The instant with the tenant's offset.</summary>
    public static DateTimeOffset ToLocal(this Tenant tenant, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone(tenant));

    /// <summary>The instant as an input of type <c>datetime-local</c> has it.</summary>
    public static string ToInput(this Tenant tenant, DateTimeOffset instant)
    {
        var local = tenant.ToLocal(instant);
        return local.ToString(local.Second == 0 ? Formats[0] : Formats[1], CultureInfo.InvariantCulture);
    }

    /// <summary>Reads what an input of type <c>datetime-local</c> has sent.</summary>
    /// <returns>
    /// The instant in UTC; null when the text cannot be read, names a time that the clocks skip, or lies outside of the years 1 to 9999. Of a time that the clocks show twice, the first.
    /// </returns>
    public static DateTimeOffset? FromInput(this Tenant tenant, string? text)
    {
        var zone = Zone(tenant);
        if (!DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || zone.IsInvalidTime(local))
        {
            return null;
        }
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        var ticks = local.Ticks - offset.Ticks;
        return ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    /// <summary>Today's date where the tenant is.</summary>
    public static DateOnly Today(this Tenant tenant, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return tenant.DayOf(clock.GetUtcNow());
    }

    /// <summary>The instant at which a day begins where the tenant is: midnight, or what the clocks show next where they skip it.</summary>
    public static DateTimeOffset StartOf(this Tenant tenant, DateOnly day)
    {
        var zone = Zone(tenant);
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The date on which an instant falls where the tenant is.</summary>
    public static DateOnly DayOf(this Tenant tenant, DateTimeOffset instant) => DateOnly.FromDateTime(tenant.ToLocal(instant).DateTime);

    /// <summary>The instant of what the clocks show where the tenant is, also of a time that they skip; of one that they show twice, the second.</summary>
    public static DateTimeOffset InstantOf(this Tenant tenant, DateTime local) => new DateTimeOffset(local, Zone(tenant).GetUtcOffset(local)).ToUniversalTime();

    /// <summary>The tenant's time zone, for libraries that ask for one. Everybody else asks for instants, times and dates.</summary>
    public static TimeZoneInfo Zone(this Tenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return Read(tenant.TimeZone);
    }

    // The one place that reads zones.
#pragma warning disable RS0030
    private static TimeZoneInfo Read(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);
#pragma warning restore RS0030
}
