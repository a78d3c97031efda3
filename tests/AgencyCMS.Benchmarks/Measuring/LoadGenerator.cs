using System.Collections.Concurrent;
using System.Diagnostics;

namespace AgencyCMS.Benchmarks.Measuring;

/// <summary>Sends GET requests to this machine, bounded in number and time. Any answer but 200 ends the measurement.</summary>
internal sealed class LoadGenerator : IDisposable
{
    /// <summary>However fast the server is, no measurement sends more.</summary>
    public const int MostRequests = 2_000_000;

    private readonly HttpClient _client;
    private readonly int _connections;

    /// <exception cref="ArgumentException">The address is not of this machine.</exception>
    public LoadGenerator(Uri address, int connections)
    {
        if (!address.IsLoopback)
        {
            throw new ArgumentException("Load is sent to this machine only.", nameof(address));
        }
        _connections = connections;
        _client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
    }

    /// <summary>Every connection sends the next request as soon as the last was answered.</summary>
    /// <param name="path">Gives the path of the request with that number.</param>
    /// <param name="duration">How long.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<LoadResult> SaturateAsync(Func<int, string> path, TimeSpan duration, CancellationToken cancellationToken) => RunAsync(path, duration, null, cancellationToken);

    /// <summary>Requests are due at a steady rate, and the time of each counts from when it was due: a server that falls behind does not look better for it.</summary>
    /// <param name="path">Gives the path of the request with that number.</param>
    /// <param name="perSecond">Requests a second.</param>
    /// <param name="duration">How long.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<LoadResult> PaceAsync(Func<int, string> path, double perSecond, TimeSpan duration, CancellationToken cancellationToken) => RunAsync(path, duration, perSecond, cancellationToken);

    /// <summary>One request.</summary>
    public async Task<(byte[] Body, string ContentType, TimeSpan Time)> GetAsync(string path, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await _client.GetAsync(path, cancellationToken);
        var body = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);
        return (body, answer.Content.Headers.ContentType?.ToString() ?? "", Stopwatch.GetElapsedTime(start));
    }

    public void Dispose() => _client.Dispose();

    private async Task<LoadResult> RunAsync(Func<int, string> path, TimeSpan duration, double? perSecond, CancellationToken cancellationToken)
    {
        var times = new ConcurrentBag<List<double>>();
        var next = -1;
        var start = Stopwatch.GetTimestamp();
        async Task WorkAsync()
        {
            var own = new List<double>();
            times.Add(own);
            while (true)
            {
                var number = Interlocked.Increment(ref next);
                var due = perSecond is null ? Stopwatch.GetElapsedTime(start) : TimeSpan.FromSeconds(number / perSecond.Value);
                if (number >= MostRequests || due >= duration)
                {
                    return;
                }
                if (due - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } wait)
                {
                    await Task.Delay(wait, cancellationToken);
                }
                using var answer = await _client.GetAsync(path(number), HttpCompletionOption.ResponseContentRead, cancellationToken);
                answer.EnsureSuccessStatusCode();
                own.Add((Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds);
            }
        }
        await Task.WhenAll(Enumerable.Range(0, _connections).Select(_ => Task.Run(WorkAsync, cancellationToken)));
        return new LoadResult([.. times.SelectMany(own => own).Order()], Stopwatch.GetElapsedTime(start));
    }
}
