using System.Net;
using System.Net.Sockets;
using AgencyCMS.Data.Stores;
using AgencyCMS.Testing.Databases;
using AgencyCMS.Testing.Hosting;

namespace AgencyCMS.Web.Tests.Hosting;

/// <summary>What keeps the program from starting is one line for the operator.</summary>
public sealed class StartFaultTests : IAsyncLifetime
{
    private TestDatabase _database = null!; // before each test

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Start_OnAPortInUse_SaysSoInOneLine()
    {
        // Arrange
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        // Act
        var (code, output, error) = await ProgramProcess.RunAsync(_database, "--urls", $"http://127.0.0.1:{port}");

        // Assert
        Assert.Equal(1, code);
        Assert.Contains("address already in use", Assert.Single(error.Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tenant list")]
    public async Task Start_WithoutItsDatabase_SaysSoInOneLine(string command)
    {
        // Arrange
        var environment = new Dictionary<string, string?>
        {
            ["AgencyCMS:Database:Provider"] = "PostgreSql",
            ["AgencyCMS:Database:ConnectionString"] = "Host=127.0.0.1;Port=1;Username=x;Database=x",
        };

        // Act
        var (code, _, error) = await ProgramProcess.RunAsync(_database, environment, command.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        // Assert
        Assert.Equal(1, code);
        Assert.Contains("The database cannot be reached", Assert.Single(error.Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Start_WithStoresAndWithoutTheirCounty_SaysSoInOneLine_AndTouchesNone(string environment)
    {
        // Arrange
        var store = Path.Combine(_database.DataPath, "tenants", "000001", "store.db");
        Directory.CreateDirectory(Path.GetDirectoryName(store)!); // below the data
        await File.WriteAllTextAsync(store, "an agency's");

        // Act
        var (code, _, error) = await ProgramProcess.RunAsync(_database, "--urls", "http://127.0.0.1:0", "--environment", environment);

        // Assert
        Assert.Equal(1, code);
        Assert.Contains("the county store was lost", Assert.Single(error.Split('\n')), StringComparison.Ordinal);
        Assert.Equal("an agency's", await File.ReadAllTextAsync(store));
    }
}
