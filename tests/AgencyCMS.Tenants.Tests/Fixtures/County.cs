using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Databases;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Tenants.Tests.Fixtures;

/// <summary>A running county whose office was set up by the real recipe.</summary>
public sealed class County : IAsyncDisposable
{
    public const string Password = "Kite-Harbour-27";

    private readonly TestClock? _clock;

    private County(TestHost<Program> host, TestClock? clock)
    {
        Host = host;
        _clock = clock;
    }

    public TestHost<Program> Host { get; }

    /// <summary>Stands still until a test moves it. Only in a county that was started with it.</summary>
    public TestClock Clock => _clock ?? throw new InvalidOperationException("This county lives in real time.");

    public ITenantLifecycle Lifecycle => Get<ITenantLifecycle>();

    public TenantDirectory Directory => Get<TenantDirectory>();

    /// <summary>Starts a county whose clock stands still.</summary>
    public static async Task<County> StartAsync(DatabaseProvider provider, Action<TestHostOptions>? configure = null)
    {
        var clock = new TestClock();
        var host = await TestHost<Program>.StartAsync(provider, options =>
        {
            options.UseClock(clock);
            configure?.Invoke(options);
        });
        return await SetUpAsync(new County(host, clock));
    }

    /// <summary>Starts a county in real time on a database that the caller disposes of: for tests in which several processes hear of each other.</summary>
    public static async Task<County> StartInRealTimeAsync(TestDatabase database) => await SetUpAsync(new County(await TestHost<Program>.StartAsync(database), null));

    /// <summary>Sets an agency up by its real recipe.</summary>
    public async Task<Tenant> AddAgencyAsync(string name, params string[] hosts)
    {
        var made = await TryAddAgencyAsync(name, wanted => wanted with { Hosts = [.. hosts] });
        Assert.Empty(made.Problems);
        return made.Value;
    }

    public Task<Outcome<Tenant>> TryAddAgencyAsync(string name, Func<NewTenant, NewTenant>? change = null)
    {
        var wanted = new NewTenant { Name = name, Title = $"{name} 局", Kind = TenantKind.Department, Recipe = "agency" };
        return Lifecycle.CreateAsync(change?.Invoke(wanted) ?? wanted, Actor.System, null, CancellationToken.None);
    }

    /// <summary>A browser in which a person with these roles has signed in.</summary>
    public async Task<Browser> SignInAsync(Tenant tenant, params string[] roles)
    {
        var name = "p" + Guid.NewGuid().ToString("N")[..12];
        var person = new AccountRequest(name, "", [new MembershipRequest(tenant.Name, [.. roles])]) { Password = Password, MustChangePassword = false };
        Assert.Empty((await Get<IAccountProvisioning>().ProvisionAsync([person], CancellationToken.None)).Problems);
        var browser = new Browser(Host.CreateClient(tenant));
        using var answer = await browser.SignInAsync(name, Password);
        Assert.Equal(302, (int)answer.StatusCode);
        return browser;
    }

    /// <summary>A browser in which a new administrator of the county has signed in.</summary>
    public Task<Browser> SignInToOfficeAsync() => SignInAsync(Directory.County!, "CountyAdministrator"); // every county here has its office

    /// <summary>Status of a tenant's address, without signing in.</summary>
    public async Task<int> StatusAsync(Tenant tenant, string path = "")
    {
        using var client = Host.CreateClient(tenant);
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return (int)answer.StatusCode;
    }

    public T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static async Task<County> SetUpAsync(County county)
    {
        var office = new NewTenant { Name = "county-office", Title = "澄岚县人民政府", Kind = TenantKind.CountyOffice, Recipe = "county" };
        Assert.Empty((await county.Lifecycle.CreateAsync(office, Actor.System, null, CancellationToken.None)).Problems);
        return county;
    }
}
