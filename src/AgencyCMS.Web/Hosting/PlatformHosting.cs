using System.Text.Encodings.Web;
using System.Text.Unicode;
using AgencyCMS.ContentManagement;
using AgencyCMS.Data;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Setup;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation.Http;
using AgencyCMS.Presentation.Modules;
using Microsoft.Extensions.WebEncoders;

namespace AgencyCMS.Web.Hosting;

/// <summary>What the host is made of, and in which order a request passes through it.</summary>
internal static class PlatformHosting
{
    public static void AddPlatform(this WebApplicationBuilder builder, bool isCommand)
    {
        // Static files of modules must be found when the program runs from its build output in Production, too.
        builder.WebHost.UseStaticWebAssets();
        builder.Host.UseDefaultServiceProvider(options =>
        {
            options.ValidateScopes = true;
            options.ValidateOnBuild = true;
        });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        var options = DataOptions.Read(builder.Configuration, builder.Environment.ContentRootPath);
        var plugins = Path.GetFullPath(builder.Configuration["AgencyCMS:PluginsPath"] ?? "plugins", builder.Environment.ContentRootPath);
        builder.Services.AddStores(options);
        builder.Services.AddChangeConsumer<RecordConsumer>();
        builder.Services.AddContent();
        builder.Services.AddSingleton(new ProgramMode(isCommand));
        builder.Services.AddAuthentication();
        builder.Services.AddPublicLimits(builder.Configuration);
        builder.Services.AddFormProtection();
        builder.Services.AddCompression();
        builder.AddProxies();
        if (!isCommand)
        {
            builder.Services.AddChangeConsumption();
        }
        builder.Services.AddModules(ModuleGraph.Discover(typeof(Program).Assembly, plugins), builder.Configuration);
    }

    public static void UsePlatform(this WebApplication app)
    {
        app.UseProxies();
        app.UseSecurityHeaders();
        app.UseMiddleware<TenantMiddleware>();
        app.UseTenantTelemetry();
        // Before routing, since files have no endpoint; only below this prefix, since looking on the disk for every page would cost more than a page from memory.
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/_content"), files =>
        {
            files.UseResponseCompression();
            files.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = VersionedFiles.Prepare });
            files.UsePluginFiles();
        });
        app.UseRouting();
        app.UsePublicPages();
        // Public pages are compressed once for all by their memory.
        app.UseWhen(context => context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is null, others => others.UseResponseCompression());
        app.UseMiddleware<TenantScopeMiddleware>();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            // Who presses twice is told so; the operator need not know. Of a database out of reach the operator is told in a line.
            SuppressDiagnosticsCallback = failed => SimultaneousChanges.Is(failed.Exception) || StoreOutage.Describe(failed.Exception) is not null,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRequestLocalization();
        app.UseAuthentication();
        // Behind sign-in: the staff of an office that share an address do not share a limit.
        app.UseRateLimiter();
        app.UsePlainNotFound();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapModules();
        app.MapObservability();
    }

    /// <summary>An endpoint that does not say who may call it, or where its parameters come from, stops the start-up.</summary>
    public static void CheckRules(this WebApplication app)
    {
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).ToList();
        EndpointRules.Check(endpoints, app.Services.GetServices<Permission>());
        ParameterSources.Check(endpoints);
    }

    /// <summary>Brings the stores up to date and reads the tenants.</summary>
    public static async Task PrepareStoresAsync(this WebApplication app)
    {
        var folder = app.Services.GetRequiredService<DataOptions>().DataPath;
        FileRights.PrepareFolder(folder);
        var schema = app.Services.GetRequiredService<SchemaSteps>();
        await schema.UpgradeCountyAsync(CancellationToken.None);
        var records = app.Services.GetRequiredService<TenantRecords>();
        await records.LoadAsync(CancellationToken.None);
        if (await schema.UpgradeTenantsAsync(app.Services.GetRequiredService<TenantDirectory>().All, CancellationToken.None))
        {
            await records.LoadAsync(CancellationToken.None);
        }
        FileRights.WarnIfOpen(folder, app.Logger);
    }

    /// <summary>Lets modules set up what is missing.</summary>
    public static async Task RunStartupTasksAsync(this WebApplication app)
    {
        foreach (var task in app.Services.GetServices<IStartupTask>().OrderBy(task => task.Order))
        {
            await task.RunAsync(CancellationToken.None);
        }
    }
}
