using System.Net;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Databases;
using AgencyCMS.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Web.Tests.Hosting;

/// <summary>One agency's file is damaged when all stores have to be upgraded.</summary>
public sealed class DamagedStoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestHost<Program> _host = null!;
    private Tenant _damaged = null!;
    private Tenant _sound = null!;

    public async Task InitializeAsync()
    {
        _database = await TestHost<Program>.CreateDatabaseAsync(DatabaseProvider.Sqlite);
        await using (var earlier = await TestHost<Program>.StartAsync(_database))
        {
            await earlier.CountyAsync("AgencyCMS.Contents");
            (_damaged, _sound) = await earlier.AddNeighboursAsync("AgencyCMS.Contents");
            await earlier.ConsumersAreIdleAsync();
            await using var db = earlier.Services.GetRequiredService<StoreSessions>().OpenCounty();
            await db.Database.ExecuteSqlRawAsync("UPDATE store_schemas SET fingerprint = 'of an earlier release' WHERE store LIKE 'tenant:%'");
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var folder = Path.Combine(_database.DataPath, "tenants", _damaged.Id.Value.ToString("D6", System.Globalization.CultureInfo.InvariantCulture));
        File.Delete(Path.Combine(folder, "store.db-wal"));
        await File.WriteAllTextAsync(Path.Combine(folder, "store.db"), new string('x', 8192));
        _host = await TestHost<Program>.StartAsync(_database);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Site_OfTheDamagedStore_ShowsANotice()
    {
        // Arrange
        using var client = _host.CreateClient(_damaged);

        // Act
        var answer = await client.GetAsync("feed.xml");

        // Assert
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("本站点暂时无法访问", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Site_OfAnotherStore_Runs()
    {
        // Arrange
        using var client = _host.CreateClient(_sound);

        // Act
        var answer = await client.GetAsync("feed.xml");

        // Assert
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Readiness_WithADamagedStore_IsDegraded()
    {
        // Arrange
        using var client = _host.CreateClient();

        // Act
        var answer = await client.GetAsync("/health/ready");

        // Assert
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Degraded", await answer.Content.ReadAsStringAsync());
        Assert.Equal(_damaged.Id, Assert.Single(_host.Services.GetRequiredService<StoreFaults>().All).Key);
    }
}
