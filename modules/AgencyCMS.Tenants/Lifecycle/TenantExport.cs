using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Exporting;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Tenants.Domain;
using AgencyCMS.Tenants.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Tenants.Lifecycle;

internal sealed class TenantExport(StoreCopy store, StoreFiles files, TenantHistory history, TenantScopes scopes) : ITenantExport
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public async Task WriteAsync(Tenant tenant, Stream target, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        await history.WriteAsync(tenant, TenantAction.Exported, actor, cancellationToken);
        await using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        await AddRecordAsync(zip, tenant, cancellationToken);
        await AddRecipeAsync(zip, tenant, cancellationToken);
        await store.AddToAsync(zip, tenant.Id, cancellationToken);
        await AddMediaAsync(zip, tenant, cancellationToken);
    }

    private static async Task AddRecordAsync(ZipArchive zip, Tenant tenant, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry("tenant.json", CompressionLevel.Optimal).OpenAsync(cancellationToken);
        var record = new
        {
            Id = tenant.Id.Value,
            tenant.Name,
            tenant.Title,
            tenant.Kind,
            tenant.State,
            tenant.Prefix,
            tenant.Hosts,
            tenant.SiteCode,
            tenant.Culture,
            tenant.TimeZone,
            tenant.Theme,
            Features = tenant.Features.Order(StringComparer.Ordinal),
            tenant.CreatedAt,
        };
        await JsonSerializer.SerializeAsync(entry, record, Format, cancellationToken);
    }

    // Named and laid out as Orchard Core's deployment packages, so that the zip itself can be imported there.
    private async Task AddRecipeAsync(ZipArchive zip, Tenant tenant, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(tenant, Actor.Service("export"));
        await using var entry = await zip.CreateEntry("Recipe.json", CompressionLevel.Optimal).OpenAsync(cancellationToken);
        var descriptor = new RecipeDescriptor { Name = tenant.Name, DisplayName = tenant.Title };
        await scope.ServiceProvider.GetRequiredService<RecipeExporter>().ExportAsync(entry, new RecipeExportOptions(descriptor), cancellationToken);
    }

    private async Task AddMediaAsync(ZipArchive zip, Tenant tenant, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(files.Folder(tenant.Id), "media");
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
        {
            var name = "media/" + Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            await zip.CreateEntryFromFileAsync(file, name, CompressionLevel.Fastest, cancellationToken);
        }
    }
}
