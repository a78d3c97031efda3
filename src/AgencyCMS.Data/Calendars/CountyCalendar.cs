using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Calendars;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Calendars;

/// <summary>The county's calendar of working days: the years that came with the program, and those that were imported, which come before them.</summary>
public sealed class CountyCalendar(StoreSessions stores, TimeProvider clock)
{
    private static readonly Lazy<IReadOnlyDictionary<int, (CalendarYear Year, string Json)>> Shipped = new(ReadShipped);

    /// <summary>The calendar as it is now.</summary>
    public async Task<WorkingDayCalendar> GetAsync(CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        var imported = (await db.Set<CalendarYearRow>().AsNoTracking().Select(row => row.Json).ToListAsync(cancellationToken)).ConvertAll(CalendarYearJson.Read);
        return new WorkingDayCalendar(imported.Concat(Shipped.Value.Values.Select(shipped => shipped.Year).Where(shipped => imported.TrueForAll(year => year.Year != shipped.Year))));
    }

    /// <summary>What is known of a year, as its file has it.</summary>
    /// <returns>Null when nothing is.</returns>
    public async Task<string?> FindAsync(int year, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return await db.Set<CalendarYearRow>().AsNoTracking().Where(row => row.Year == year).Select(row => row.Json).SingleOrDefaultAsync(cancellationToken)
            ?? (Shipped.Value.TryGetValue(year, out var shipped) ? shipped.Json : null);
    }

    /// <summary>Keeps a year; what was imported of it before is replaced.</summary>
    /// <exception cref="FormatException">It is no calendar of a year.</exception>
    public async Task<CalendarYear> ImportAsync(string json, string by, CancellationToken cancellationToken)
    {
        var year = CalendarYearJson.Read(json);
        await using var db = stores.OpenCounty();
        var row = await db.Set<CalendarYearRow>().SingleOrDefaultAsync(row => row.Year == year.Year, cancellationToken);
        row ??= db.Add(new CalendarYearRow { Year = year.Year, Json = "", LoadedBy = "" }).Entity;
        (row.Json, row.LoadedAt, row.LoadedBy) = (json, clock.GetUtcNow(), by);
        await db.SaveChangesAsync(CancellationToken.None);
        return year;
    }

    private static Dictionary<int, (CalendarYear Year, string Json)> ReadShipped()
    {
        var assembly = typeof(CountyCalendar).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith("Calendars.", StringComparison.Ordinal)).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!); // it was listed
            var json = reader.ReadToEnd();
            return (Year: CalendarYearJson.Read(json), Json: json);
        }).ToDictionary(shipped => shipped.Year.Year);
    }
}
