using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Databases;
using AgencyCMS.Testing.Hosting;
using Microsoft.Data.Sqlite;

namespace AgencyCMS.Web.Tests.Hosting;

/// <summary>What a reader quotes from an error page is what the operator searches the log for.</summary>
public sealed partial class FailureNumberTests : IAsyncLifetime
{
    private TestDatabase _database = null!; // xunit starts it before the test

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Number_OfAFailure_StandsInTheLogWithTheTenant()
    {
        // Arrange
        Tenant tenant;
        await using (var host = await TestHost<Program>.StartAsync(_database))
        {
            await host.CountyAsync("AgencyCMS.Contents");
            (tenant, _) = await host.AddNeighboursAsync("AgencyCMS.Contents");
        }
        SqliteConnection.ClearAllPools();
        await DropRoutesAsync(tenant);
        var (server, address) = await ProgramProcess.ServeAsync(_database);
        using var serving = server;
        using var client = new HttpClient();

        // Act
        var answer = await client.GetAsync(new Uri(address, tenant.Prefix + "/some-page"));
        var number = NumberPattern().Match(await answer.Content.ReadAsStringAsync()).Value;

        // Assert
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.NotEmpty(number);
        await Eventually.IsTrueAsync(
            () => server.Output.Split('\n').Any(line => line.Contains($"ERR [{tenant.Name}]", StringComparison.Ordinal) && line.Contains(number, StringComparison.Ordinal)),
            "the log has a line of the tenant with the number");
    }

    private async Task DropRoutesAsync(Tenant tenant)
    {
        var file = Path.Combine(_database.DataPath, "tenants", tenant.Id.Value.ToString("D6", CultureInfo.InvariantCulture), "store.db");
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "DROP TABLE content_routes";
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("[0-9A-V]{13}:[0-9A-F]{8}")]
    private static partial Regex NumberPattern();
}
