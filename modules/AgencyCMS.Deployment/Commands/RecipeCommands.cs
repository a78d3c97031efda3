using System.CommandLine;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Setup;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Exporting;
using AgencyCMS.Recipes.Files;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Deployment.Commands;

/// <summary><c>recipe run FILE --tenant NAME [--dry-run]</c> and <c>recipe export FILE --tenant NAME [--part PART]...</c>.</summary>
internal sealed class RecipeCommands(TenantDirectory directory, TenantScopes scopes, GeneratedPasswords passwords) : IOperatorCommands
{
    private static readonly Option<string> TenantName = new("--tenant") { Description = "Name of the tenant.", Required = true };
    private static readonly Argument<string> Source = new("FILE") { Description = "A .json recipe, or a .zip package with Recipe.json at its root." };
    private static readonly Argument<string> Target = new("FILE") { Description = "The .json recipe or .zip package to write; an existing file is replaced." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Report what every step would do, and change nothing." };
    private static readonly Option<RecipeExportPart[]> Parts = new("--part") { Description = "What is exported; may be repeated. Everything unless given." };

    public IEnumerable<Command> Create() => [new Command("recipe", "Bring content into a tenant by a recipe, and take it out as one.") { Run(), Export() }];

    private Command Run()
    {
        var command = new Command("run", "Run a recipe, whole or not at all.") { Source, TenantName, DryRun };
        command.SetAction(async (parsed, token) => Find(parsed).TryGet(out var tenant)
            ? await RunAsync(parsed, tenant, token)
            : CommandConsole.Failed(parsed, Find(parsed).Problems));
        return command;
    }

    private Command Export()
    {
        var command = new Command("export", "Write a tenant's content as a recipe, or as a package with its files.") { Target, TenantName, Parts };
        command.SetAction(async (parsed, token) => Find(parsed).TryGet(out var tenant)
            ? await ExportAsync(parsed, tenant, token)
            : CommandConsole.Failed(parsed, Find(parsed).Problems));
        return command;
    }

    private Outcome<Tenant> Find(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(TenantName);
        return directory.FindByName(name) switch
        {
            null => TenantProblems.NotFound(name),
            { State: TenantState.Draft or TenantState.Provisioning or TenantState.Deleted } => RecipeRefusals.TenantNotOpen(name),
            var tenant => tenant,
        };
    }

    private async Task<int> RunAsync(ParseResult parsed, Tenant tenant, CancellationToken cancellationToken)
    {
        var path = parsed.GetRequiredValue(Source);
        if (!File.Exists(path))
        {
            return CommandConsole.Failed(parsed, [RecipeRefusals.FileNotFound(path)]);
        }
        var opened = await RecipePackage.OpenAsync(path, PackageLimits.Default, cancellationToken);
        if (!opened.TryGet(out var package))
        {
            return CommandConsole.Failed(parsed, opened.Problems);
        }
        using (package)
        {
            await using var scope = scopes.Open(tenant, Actor.Service("recipe"));
            var recipes = scope.ServiceProvider.GetRequiredService<TenantRecipes>();
            var report = await CommandProgress.ShowAsync(parsed, "Running", _ => recipes.RunAsync(package.Source, parsed.GetValue(DryRun), null, cancellationToken));
            var shown = new ReportView(report, passwords.Take());
            CommandConsole.Done(parsed, shown, shown.ToText());
            return report.HasErrors ? 1 : 0;
        }
    }

    private async Task<int> ExportAsync(ParseResult parsed, Tenant tenant, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(parsed.GetRequiredValue(Target));
        var isPackage = path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        if (!isPackage && !path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return CommandConsole.Failed(parsed, [RecipeRefusals.TargetUnknown(path)]);
        }
        var options = new RecipeExportOptions(new RecipeDescriptor { Name = tenant.Name, DisplayName = tenant.Title })
        {
            Parts = parsed.GetValue(Parts) is { Length: > 0 } parts ? parts.ToHashSet() : null,
        };
        var bytes = await CommandProgress.ShowAsync(parsed, "Exporting", _ => WriteAsync(tenant, path, isPackage, options, cancellationToken));
        return CommandConsole.Done(parsed, new { File = path, Bytes = bytes }, $"{path} ({bytes} bytes)");
    }

    // Beside its place first: what is there already is replaced only by a whole file.
    private async Task<long> WriteAsync(Tenant tenant, string path, bool isPackage, RecipeExportOptions options, CancellationToken cancellationToken)
    {
        var unfinished = path + ".new";
        await using (var file = File.Create(unfinished))
        {
            await using var scope = scopes.Open(tenant, Actor.Service("recipe"));
            var exporter = scope.ServiceProvider.GetRequiredService<RecipeExporter>();
            await (isPackage ? exporter.ExportPackageAsync(file, options, cancellationToken) : exporter.ExportAsync(file, options, cancellationToken));
        }
        File.Move(unfinished, path, overwrite: true);
        return new FileInfo(path).Length;
    }
}
