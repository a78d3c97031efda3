using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Testing.Hosting;

/// <summary>What a test wants to be different in its host.</summary>
public sealed class TestHostOptions
{
    private readonly Dictionary<string, string?> _settings = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Action<IServiceCollection>> _services = [];

    /// <summary>True to listen on a free port, for a browser; otherwise requests do not leave the process.</summary>
    public bool ListensOnPort { get; set; }

    /// <summary>Name of the environment.</summary>
    public string Environment { get; set; } = "Testing";

    internal IReadOnlyDictionary<string, string?> Settings => _settings;

    /// <summary>Sets a configuration key.</summary>
    public TestHostOptions Set(string key, string? value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Puts a clock in the place of the system's.</summary>
    public TestHostOptions UseClock(TimeProvider clock) => ConfigureServices(services => services.AddSingleton(clock));

    /// <summary>Adds or replaces services after all modules have added theirs.</summary>
    public TestHostOptions ConfigureServices(Action<IServiceCollection> configure)
    {
        _services.Add(configure);
        return this;
    }

    internal void Configure(IServiceCollection services) => _services.ForEach(configure => configure(services));
}
