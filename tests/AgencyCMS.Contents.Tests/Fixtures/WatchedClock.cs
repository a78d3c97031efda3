using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace AgencyCMS.Contents.Tests.Fixtures;

/// <summary>A clock that stands until it is moved, and knows until when others sleep.</summary>
public sealed class WatchedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly ConcurrentDictionary<WatchedTimer, DateTimeOffset> _awaited = [];

    /// <summary>True while somebody sleeps until exactly that moment.</summary>
    public bool IsAwaited(DateTimeOffset moment) => _awaited.Values.Contains(moment);

    /// <summary>The next moment before that one until which somebody sleeps; null when there is none.</summary>
    public DateTimeOffset? NextBefore(DateTimeOffset moment) =>
        GetUtcNow() is var now && _awaited.Values.Where(awaited => awaited > now && awaited < moment).Order().ToList() is [var next, ..] ? next : null;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var moment = dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromDays(1) ? GetUtcNow() + dueTime : DateTimeOffset.MaxValue;
        var timer = new WatchedTimer(base.CreateTimer(callback, state, dueTime, period), over => _awaited.TryRemove(over, out _));
        _awaited[timer] = moment;
        return timer;
    }

    private sealed class WatchedTimer(ITimer timer, Action<WatchedTimer> onEnd) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            onEnd(this);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            onEnd(this);
            return timer.DisposeAsync();
        }
    }
}
