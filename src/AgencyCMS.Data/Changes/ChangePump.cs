using System.Collections.Concurrent;
using System.Threading.Channels;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Data.Changes;

/// <summary>
/// Keeps all consumers up to date: at once when a tenant's log has grown, and in a round over all tenants, one after another, at the start and as the safety net.
/// Work of one tenant and consumer never runs twice at the same time.
/// </summary>
public sealed class ChangePump : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RetryCheck = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan GivingUp = TimeSpan.FromSeconds(5);
    private const int Workers = 3;
    private readonly IReadOnlyList<IChangeConsumer> _consumers;
    private readonly ChangeFollower _follower;
    private readonly ChangeLog _log;
    private readonly ChangeFailures _failures;
    private readonly TenantDirectory _directory;
    private readonly ChangeSignal _signal;
    private readonly ChangeLag _lag;
    private readonly TimeProvider _clock;
    private readonly ILogger<ChangePump> _logger;
    private readonly Channel<(int Consumer, TenantId Tenant)> _queue = Channel.CreateUnbounded<(int, TenantId)>();

    // Has a worker of its own: thousands of tenants that most likely have nothing new must not keep readers, nor those that have, waiting.
    private readonly Channel<(int Consumer, TenantId Tenant)> _round = Channel.CreateUnbounded<(int, TenantId)>();

    // Ends the batches in hand: the host waits no longer.
    private readonly CancellationTokenSource _abort = new();

    // Queued: waits for a worker. Running: a worker is at it. Again: at it, and rung once more meanwhile.
    private readonly ConcurrentDictionary<(int Consumer, TenantId Tenant), State> _states = new();

    public ChangePump(
        IEnumerable<IChangeConsumer> consumers, ChangeFollower follower, ChangeLog log, ChangeFailures failures, TenantDirectory directory, ChangeSignal signal, ChangeLag lag,
        TimeProvider clock, ILogger<ChangePump> logger)
    {
        _consumers = [.. consumers];
        _follower = follower;
        _log = log;
        _failures = failures;
        _directory = directory;
        _signal = signal;
        _lag = lag;
        _clock = clock;
        _logger = logger;
    }

    // How far each log had come when the round was last there.
    private readonly ConcurrentDictionary<TenantId, long> _heads = new();

    private enum State
    {
        Queued,
        Running,
        Again,
    }

    /// <summary>True when nothing waits and nothing runs.</summary>
    public bool IsIdle => _states.IsEmpty;

    // Listens before anything else runs, so that no commit goes unheard while the workers start.
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _signal.Woken += Hear;
        _signal.Missed += BeginRound;
        _directory.Changed += WakeAll;
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Begins no further batch and waits for those in hand.</summary>
    /// <param name="cancellationToken">Set when the host's time for shutting down is over: what is in hand then is rolled back and comes again at the next start.</param>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var giveUp = cancellationToken.Register(_abort.Cancel);
        await base.StopAsync(cancellationToken);
        // What was told to give up still uses what the host is about to dispose of.
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(GivingUp, _clock, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Dispose()
    {
        _abort.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Each begins on a thread of its own: on SQLite a worker that finds work at once would otherwise keep the others from beginning.
            var workers = Enumerable.Repeat(_queue, Workers).Append(_round).Select(queue => Task.Run(() => WorkAsync(queue, stoppingToken), stoppingToken));
            await Task.WhenAll([.. workers, GoRoundsAsync(stoppingToken), RetryAsync(stoppingToken)]);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends; what is left is caught up at the next start.
        }
        finally
        {
            _signal.Woken -= Hear;
            _signal.Missed -= BeginRound;
            _directory.Changed -= WakeAll;
        }
    }

    // A ring for a tenant that another process has just made may come before this process knows the tenant.
    private void WakeAll(IReadOnlyList<TenantId> tenants)
    {
        foreach (var tenant in tenants)
        {
            Wake(tenant);
        }
    }

    private static bool HasStore(Tenant tenant) => tenant.State is not (TenantState.Draft or TenantState.Provisioning) && tenant.Fault is null;

    private void Hear(TenantId tenant)
    {
        foreach (var consumer in _consumers)
        {
            _lag.HasGrown(consumer.Name, tenant);
        }
        Wake(tenant);
    }

    private void Wake(TenantId tenant)
    {
        for (var consumer = 0; consumer < _consumers.Count; consumer++)
        {
            var key = (consumer, tenant);
            var state = _states.AddOrUpdate(key, _ => State.Queued, (_, now) => now == State.Running ? State.Again : now);
            if (state == State.Queued)
            {
                // Rung twice before a worker came, or once while it waited for its round: the later entry finds nothing to do.
                _queue.Writer.TryWrite(key);
            }
        }
    }

    private void BeginRound()
    {
        foreach (var tenant in _directory.All.Where(HasStore))
        {
            for (var consumer = 0; consumer < _consumers.Count; consumer++)
            {
                // What waits already will come; what runs may have read the log before.
                if (_states.TryAdd((consumer, tenant.Id), State.Queued))
                {
                    _round.Writer.TryWrite((consumer, tenant.Id));
                }
                else
                {
                    _states.TryUpdate((consumer, tenant.Id), State.Again, State.Running);
                }
            }
        }
    }

    private async Task GoRoundsAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, _clock);
        do
        {
            BeginRound();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RetryAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(RetryCheck, _clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var tenant in await _failures.DueAsync(stoppingToken))
                {
                    Wake(tenant);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // A county store that is out of reach for a moment must not end the pump, and the program with it.
                _logger.LogError(exception, "The failed changes could not be looked up.");
            }
        }
    }

    private async Task WorkAsync(Channel<(int Consumer, TenantId Tenant)> queue, CancellationToken stoppingToken)
    {
        await foreach (var key in queue.Reader.ReadAllAsync(stoppingToken))
        {
            if (!_states.TryUpdate(key, State.Running, State.Queued))
            {
                continue;
            }
            do
            {
                _states[key] = State.Running;
                await CatchUpAsync(key.Consumer, key.Tenant, isRound: queue == _round, stoppingToken);
            }
            while (!_states.TryRemove(KeyValuePair.Create(key, State.Running)));
        }
    }

    private async Task CatchUpAsync(int consumer, TenantId id, bool isRound, CancellationToken stoppingToken)
    {
        // A tenant in the making has no store yet, and opening it would make an empty one.
        if (_directory.Find(id) is not { } tenant || !HasStore(tenant))
        {
            _lag.HasCaughtUp(_consumers[consumer].Name, id);
            return;
        }
        try
        {
            if (isRound && consumer == 0)
            {
                await RingLateAsync(id, stoppingToken);
            }
            await _follower.CatchUpAsync(_consumers[consumer], tenant, stoppingToken, _abort.Token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            // The store or the effect is out of reach as a whole; the next ring or round tries again.
            _logger.LogError(exception, "{Consumer} could not follow tenant {Tenant}.", _consumers[consumer].Name, tenant.Name);
        }
    }

    // A bell may fall silent without a word, and another node may have done all that consumers do: only the log itself says that pages in memory are out of date.
    private async Task RingLateAsync(TenantId tenant, CancellationToken stoppingToken)
    {
        var head = await _log.ReadHeadAsync(tenant, stoppingToken);
        var isHeard = !_heads.TryGetValue(tenant, out var known) || known == head;
        _heads[tenant] = head;
        if (!isHeard)
        {
            _signal.Wake(tenant);
        }
    }
}
