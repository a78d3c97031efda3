using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace AgencyCMS.Modularity.Tests.Tenants;

public sealed class TenantMemoryTests : IDisposable
{
    private static readonly TenantId Finance = new(1);
    private static readonly TenantId Water = new(2);
    private readonly TenantGenerations _generations = new(new TenantDirectory());
    private readonly MemoryCache _cache = new(Options.Create(new MemoryCacheOptions()));
    private readonly TenantMemory _memory;
    private int _readings;

    public TenantMemoryTests() => _memory = new(_generations, _cache);

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task Get_ForTheSecondTime_ReadsNothing()
    {
        // Act
        await GetAsync(Finance);
        var value = await GetAsync(Finance);

        // Assert
        Assert.Equal("reading 1", value);
    }

    [Fact]
    public async Task Get_AfterAChangeOfTheTenant_ReadsAgain()
    {
        // Arrange
        await GetAsync(Finance);

        // Act
        _generations.Advance(Finance);
        var value = await GetAsync(Finance);

        // Assert
        Assert.Equal("reading 2", value);
    }

    [Fact]
    public async Task Get_AfterAChangeOfAnotherTenant_ReadsNothing()
    {
        // Arrange
        await GetAsync(Finance);

        // Act
        _generations.Advance(Water);
        var value = await GetAsync(Finance);

        // Assert
        Assert.Equal("reading 1", value);
    }

    [Fact]
    public async Task Get_ForAnotherTenant_ReadsItsOwn()
    {
        // Arrange
        await GetAsync(Finance);

        // Act
        var value = await GetAsync(Water);

        // Assert
        Assert.Equal("reading 2", value);
    }

    [Fact]
    public async Task Value_ReadWhileTheTenantChanged_IsNotKept()
    {
        // Arrange
        await _memory.GetAsync(Finance, () =>
        {
            _generations.Advance(Finance);
            return Task.FromResult("outdated");
        });

        // Act
        var value = await GetAsync(Finance);

        // Assert
        Assert.Equal("reading 1", value);
    }

    private ValueTask<string> GetAsync(TenantId tenant) => _memory.GetAsync(tenant, () => Task.FromResult(FormattableString.Invariant($"reading {++_readings}")));
}
