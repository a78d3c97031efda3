using System.Net;
using System.Net.Sockets;

namespace AgencyCMS.Data.Tests.County;

/// <summary>Carries connections to a server until they are frozen: then nothing comes through them any more and nothing ends them, as behind a firewall that forgot them. New ones work.</summary>
internal sealed class FreezingLink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly string _host;
    private readonly int _serverPort;
    private CancellationTokenSource _thaw = new();

    public FreezingLink(string host, int port)
    {
        (_host, _serverPort) = (host, port);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Freezes the connections there are.</summary>
    public void Freeze() => Interlocked.Exchange(ref _thaw, new CancellationTokenSource()).Cancel();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        _end.Dispose();
        _thaw.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var near = await _listener.AcceptTcpClientAsync(_end.Token);
            _ = CarryAsync(near, _thaw.Token);
        }
    }

    private async Task CarryAsync(TcpClient near, CancellationToken frozen)
    {
        using (near)
        using (var far = new TcpClient())
        {
            await far.ConnectAsync(_host, _serverPort, _end.Token);
            await Task.WhenAny(CopyAsync(near, far, frozen), CopyAsync(far, near, frozen));
            if (frozen.IsCancellationRequested)
            {
                await Task.Delay(Timeout.Infinite, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static async Task CopyAsync(TcpClient from, TcpClient to, CancellationToken frozen)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream(), frozen);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // Frozen, or ended by one of the sides.
        }
    }
}
