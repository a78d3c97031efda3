using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AgencyCMS.Benchmarks.Measuring;

namespace AgencyCMS.Benchmarks.Processes;

/// <summary>A server as a process of its own; ends with its disposal.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly Process _process;

    private ServerProcess(Process process, Uri address, TimeSpan untilFirstPage)
    {
        _process = process;
        Address = address;
        UntilFirstPage = untilFirstPage;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to the first page.</summary>
    public TimeSpan UntilFirstPage { get; }

    public double CpuSeconds => ProcessUse.CpuSeconds(_process.Id);

    public long ResidentBytes => ProcessUse.ResidentBytes(_process.Id);

    /// <summary>Starts the platform on a data folder and waits for a page.</summary>
    public static Task<ServerProcess> StartAsync(string dataPath, string firstPage, CancellationToken cancellationToken)
    {
        var port = FreePort();
        return StartAsync(AgencyProgram.Start(dataPath, ["--urls", Url(port)]), port, firstPage, cancellationToken);
    }

    /// <summary>Starts a bare Kestrel that returns these bytes.</summary>
    public static async Task<ServerProcess> StartBareAsync(byte[] bytes, string contentType, CancellationToken cancellationToken)
    {
        var port = FreePort();
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, bytes, cancellationToken);
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, [BareServer.Argument, file, port.ToString(CultureInfo.InvariantCulture), contentType]); // known on Linux
            if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            {
                start.ArgumentList.Insert(0, typeof(ServerProcess).Assembly.Location);
            }
            return await StartAsync(Process.Start(start)!, port, "/", cancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Asks the process to end, and waits until it has.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await signal.WaitForExitAsync();
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }
        _process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(Process process, int port, string firstPage, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var address = new Uri(Url(port));
        using var client = new HttpClient { BaseAddress = address };
        while (true)
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new InvalidOperationException($"The server did not answer at {address}{firstPage[1..]}; it ended with {(process.HasExited ? process.ExitCode : "nothing")}.");
            }
            try
            {
                using var answer = await client.GetAsync(firstPage, cancellationToken);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    await answer.Content.ReadAsByteArrayAsync(cancellationToken);
                    return new ServerProcess(process, address, Stopwatch.GetElapsedTime(start));
                }
            }
            catch (HttpRequestException)
            {
                // Nothing listens yet.
            }
            await Task.Delay(5, cancellationToken);
        }
    }

    private static string Url(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
