using System.Text.Json;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Tests.Fixtures;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Databases;
using AgencyCMS.Testing.Hosting;

namespace AgencyCMS.Tenants.Tests.Commands;

/// <summary>Commands beside a running server: both are processes that share nothing but the stores.</summary>
public abstract class TenantCommandsTests(DatabaseProvider provider) : IAsyncLifetime
{
    private TestDatabase _database = null!; // xunit starts both before the test
    private County _county = null!;

    public async Task InitializeAsync()
    {
        _database = await TestHost<Program>.CreateDatabaseAsync(provider);
        _county = await County.StartInRealTimeAsync(_database);
    }

    public async Task DisposeAsync()
    {
        await _county.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Create_PrintsTheRecord_AndTheRunningServerServesIt()
    {
        // Act
        var (code, output, error) = await ProgramProcess.RunAsync(_database, "tenant", "create", "water", "--title", "水利局", "--host", "slj.example.gov.cn", "--json");

        // Assert
        Assert.True(code == 0, error);
        Assert.Equal("水利局", JsonDocument.Parse(output).RootElement.GetProperty("title").GetString());
        await Eventually.IsTrueAsync(() => _county.Directory.FindByName("water")?.IsRunning == true, "the server hears of the new tenant");
        Assert.Equal(200, await _county.StatusAsync(_county.Directory.FindByName("water")!));
    }

    [Fact]
    public async Task Create_WithAnAdministrator_PrintsThePasswordOnce()
    {
        // Act
        var (code, output, error) = await ProgramProcess.RunAsync(_database, "tenant", "create", "ports", "--title", "港航局", "--administrator", "ports.admin", "--administrator-name", "王港", "--json");

        // Assert
        Assert.True(code == 0, error);
        var made = JsonDocument.Parse(output).RootElement;
        Assert.Equal("ports.admin", made.GetProperty("administrator").GetString());
        await Eventually.IsTrueAsync(() => _county.Directory.FindByName("ports")?.IsRunning == true, "the server hears of the new tenant");
        using var browser = new Browser(_county.Host.CreateClient(_county.Directory.FindByName("ports")!));
        using var answer = await browser.SignInAsync("ports.admin", made.GetProperty("password").GetString()!);
        Assert.Equal(302, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Suspend_ReachesTheRunningServer()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("forestry");

        // Act
        var (code, _, error) = await ProgramProcess.RunAsync(_database, "tenant", "suspend", "forestry");

        // Assert
        Assert.True(code == 0, error);
        await Eventually.IsTrueAsync(async () => await _county.StatusAsync(tenant) == 503, "the server suspends the tenant");
    }

    [Fact]
    public async Task Disable_TakesAFeatureFromTheRunningServer()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("sport");

        // Act
        var (code, output, error) = await ProgramProcess.RunAsync(_database, "feature", "disable", "AgencyCMS.Disclosure", "--tenant", "sport", "--yes", "--json");

        // Assert
        Assert.True(code == 0, error);
        Assert.Contains(JsonDocument.Parse(output).RootElement.EnumerateArray(), line => line.GetProperty("id").GetString() == "AgencyCMS.Disclosure" && !line.GetProperty("isEnabled").GetBoolean());
        await Eventually.IsTrueAsync(async () => await _county.StatusAsync(tenant, "catalogue") == 404, "the server switches the feature off");
    }

    [Fact]
    public async Task Disable_OfACoreFeatureWithoutYes_IsWrongUseThatSaysWhatWouldBeGone()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("customs");

        // Act
        var (code, _, error) = await ProgramProcess.RunAsync(_database, "feature", "disable", "AgencyCMS.Disclosure", "--tenant", "customs");

        // Assert
        Assert.Equal(2, code);
        Assert.Contains("no home page", error, StringComparison.Ordinal);
        Assert.Contains("--yes", error, StringComparison.Ordinal);
        Assert.Equal(200, await _county.StatusAsync(tenant));
    }

    [Fact]
    public async Task Refusal_ExitsWithOne_AndTheReasonOnStandardError()
    {
        // Act
        var (code, output, error) = await ProgramProcess.RunAsync(_database, "tenant", "create", "admin", "--title", "某局");

        // Assert
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("reserved", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_WithoutYes_IsWrongUse()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("archives");

        // Act
        var (code, _, error) = await ProgramProcess.RunAsync(_database, "tenant", "delete", "archives");

        // Assert
        Assert.Equal(2, code);
        Assert.Contains("--yes", error, StringComparison.Ordinal);
        Assert.Equal(TenantState.Running, _county.Directory.Find(tenant.Id)!.State);
    }

    [Fact]
    public async Task Command_BehindTwoDashes_IsTheSameCommand()
    {
        // Act
        var (code, output, error) = await ProgramProcess.RunAsync(_database, "--", "tenant", "show", "county-office", "--json");

        // Assert
        Assert.True(code == 0, error);
        Assert.Equal("county-office", JsonDocument.Parse(output).RootElement.GetProperty("name").GetString());
    }

    [Fact]
    public async Task List_NamesEveryTenant()
    {
        // Arrange
        await _county.AddAgencyAsync("audit");

        // Act
        var (code, output, _) = await ProgramProcess.RunAsync(_database, "tenant", "list", "--json");

        // Assert
        Assert.Equal(0, code);
        Assert.Equal(["county-office", "audit"], JsonDocument.Parse(output).RootElement.EnumerateArray().Select(tenant => tenant.GetProperty("name").GetString()));
    }
}

public sealed class TenantCommandsOnSqliteTests() : TenantCommandsTests(DatabaseProvider.Sqlite);

public sealed class TenantCommandsOnPostgreSqlTests() : TenantCommandsTests(DatabaseProvider.PostgreSql);
