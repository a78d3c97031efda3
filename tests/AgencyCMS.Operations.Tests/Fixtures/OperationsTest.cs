using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Files;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Operations.Tests.Fixtures;

/// <summary>A running county with two agencies, and a folder for backups.</summary>
public abstract class OperationsTest(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly TestFolder _folder = new();

    protected DatabaseProvider Provider => provider;

    protected TestHost<Program> Host { get; private set; } = null!; // before each test
    protected Tenant Finance { get; private set; } = null!; // before each test
    protected Tenant Neighbour { get; private set; } = null!; // before each test
    protected string BackupFolder => Path.Combine(_folder.Path, "backup");

    public async Task InitializeAsync()
    {
        Host = await TestHost<Program>.StartAsync(provider, Configure);
        await Host.CountyAsync();
        (Finance, Neighbour) = await Host.AddNeighboursAsync();
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Writes a document and a change in one transaction.</summary>
    protected static async Task WriteAsync(TestHost<Program> host, Tenant tenant, string name)
    {
        await using var scope = host.Scope(tenant);
        await scope.ServiceProvider.GetRequiredService<TenantDocuments>().PutAsync(new TenantDocument("notes", name, "{}"), CancellationToken.None);
        var db = scope.ServiceProvider.GetRequiredService<TenantDb>();
        db.Append(new Change { Kind = "notes.written", SubjectId = name, Actor = "test", OccurredAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync();
    }

    /// <summary>The names of the documents that a tenant has.</summary>
    protected static async Task<IReadOnlyList<string>> ReadAsync(TestHost<Program> host, Tenant tenant)
    {
        await using var scope = host.Scope(tenant);
        return [.. (await scope.ServiceProvider.GetRequiredService<TenantDocuments>().ListAsync("notes", CancellationToken.None)).Select(document => document.Name)];
    }

    /// <summary>Runs a command of the operator.</summary>
    protected static Task<CommandResult> RunAsync(TestHost<Program> host, params string[] arguments) => OperatorCommands.RunAsync(host, arguments);

    protected virtual void Configure(TestHostOptions options)
    {
    }
}
