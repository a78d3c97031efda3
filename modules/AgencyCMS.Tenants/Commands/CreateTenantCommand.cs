using System.CommandLine;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Contracts;

namespace AgencyCMS.Tenants.Commands;

/// <summary><c>tenant create NAME --title TITLE [--recipe agency|township|FILE] [--host HOST]... [--prefix PREFIX] [--kind KIND]</c>.</summary>
internal sealed class CreateTenantCommand(ITenantLifecycle lifecycle)
{
    private static readonly Argument<string> Name = new("NAME") { Description = "Name in addresses and commands: 2 to 40 of a-z, digits and hyphens." };
    private static readonly Option<string> Title = new("--title") { Description = "The agency's full official name.", Required = true };
    private static readonly Option<string> Recipe = new("--recipe") { Description = "agency, township, or a recipe file.", DefaultValueFactory = _ => "agency" };
    private static readonly Option<string[]> Hosts = new("--host") { Description = "A host name of its own; may be repeated." };
    private static readonly Option<string?> Prefix = new("--prefix") { Description = "First path segment on the default hosts; its name unless given, none when empty." };
    private static readonly Option<TenantKind?> Kind = new("--kind") { Description = "Kind of agency; follows from the recipe unless given." };

    public Command Create()
    {
        var command = new Command("create", "Make a tenant and set it up by a recipe.") { Name, Title, Recipe, Hosts, Prefix, Kind };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var wanted = Read(parsed);
        var outcome = await CommandProgress.ShowAsync(
            parsed, "Checking", show => lifecycle.CreateAsync(wanted, Actor.System, new Stages(show), cancellationToken));
        return outcome.TryGet(out var tenant)
            ? CommandConsole.Done(parsed, TenantView.Of(tenant), TenantView.Of(tenant).ToText())
            : CommandConsole.Failed(parsed, outcome.Problems);
    }

    private static NewTenant Read(ParseResult parsed)
    {
        var recipe = parsed.GetRequiredValue(Recipe);
        return new NewTenant
        {
            Name = parsed.GetRequiredValue(Name),
            Title = parsed.GetRequiredValue(Title),
            Kind = parsed.GetValue(Kind) ?? KindOf(recipe),
            Prefix = parsed.GetValue(Prefix),
            Hosts = [.. parsed.GetValue(Hosts) ?? []],
            Recipe = recipe,
            RecipeFile = recipe.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Path.GetFullPath(recipe) : null,
        };
    }

    private static TenantKind KindOf(string recipe) => recipe switch
    {
        "county" => TenantKind.CountyOffice,
        "township" => TenantKind.Township,
        _ => TenantKind.Department,
    };

    // Not Progress<T>, which reports on another thread and so perhaps after the end.
    private sealed class Stages(Action<string> show) : IProgress<ProvisioningStage>
    {
        public void Report(ProvisioningStage value) => show(value switch
        {
            ProvisioningStage.Checking => "Checking",
            ProvisioningStage.PreparingStore => "Preparing the store",
            ProvisioningStage.RunningRecipe => "Running the recipe",
            _ => "Opening the site",
        });
    }
}
