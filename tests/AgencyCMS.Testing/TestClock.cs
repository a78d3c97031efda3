namespace AgencyCMS.Testing;

/// <summary>A clock that stands until it is moved. Its timers are the system's, so that background work goes on.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;
}
