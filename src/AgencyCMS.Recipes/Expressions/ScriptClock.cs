using Jint.Runtime;

namespace AgencyCMS.Recipes.Expressions;

/// <summary>Gives scripts the program's clock, so that <c>new Date()</c> can be pinned.</summary>
internal sealed class ScriptClock(TimeProvider clock) : ITimeSystem
{
    private readonly DefaultTimeSystem _parser = new(TimeZoneInfo.Utc, System.Globalization.CultureInfo.InvariantCulture);

    public TimeZoneInfo DefaultTimeZone => TimeZoneInfo.Utc;

    public DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public bool TryParse(string date, out long epochMilliseconds) => _parser.TryParse(date, out epochMilliseconds);

    public TimeSpan GetUtcOffset(long epochMilliseconds) => TimeSpan.Zero;
}
