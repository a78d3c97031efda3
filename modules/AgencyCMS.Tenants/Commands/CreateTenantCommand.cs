using System.CommandLine;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Contracts;

namespace AgencyCMS.Tenants.Commands;

/// <summary><c>tenant create NAME --title TITLE [--recipe agency|township|FILE] [--host HOST]... [--prefix PREFIX] [--kind KIND]
/// [--administrator NAME [--administrator-name TEXT]]</c>.</summary>
internal sealed class CreateTenantCommand(ITenantLifecycle lifecycle, IAccountProvisioning accounts)
{
    private static readonly Argument<string> Name = new("NAME") { Description = "Name in addresses and commands: 2 to 40 of a-z, digits and hyphens." };
    private static readonly Option<string> Title = new("--title") { Description = "The agency's full official name.", Required = true };
    private static readonly Option<string> Recipe = new("--recipe") { Description = "agency, township, or a recipe file.", DefaultValueFactory = _ => "agency" };
    private static readonly Option<string[]> Hosts = new("--host") { Description = "A host name of its own; may be repeated." };
    private static readonly Option<string?> Prefix = new("--prefix") { Description = "First path segment on the default hosts; its name unless given, none when empty." };
    private static readonly Option<TenantKind?> Kind = new("--kind") { Description = "Kind of agency; follows from the recipe unless given." };

    private static readonly Option<string?> Administrator = new("--administrator") { Description = "Sign-in name of the site's first administrator, a new account; its password is printed once." };
    private static readonly Option<string?> AdministratorName = new("--administrator-name") { Description = "The administrator's own name." };

    public Command Create()
    {
        var command = new Command("create", "Make a tenant and set it up by a recipe.") { Name, Title, Recipe, Hosts, Prefix, Kind, Administrator, AdministratorName };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var wanted = Read(parsed);
        var outcome = await CommandProgress.ShowAsync(
            parsed, "Checking", show => lifecycle.CreateAsync(wanted, Actor.System, new Stages(show), cancellationToken));
        if (!outcome.TryGet(out var tenant))
        {
            return CommandConsole.Failed(parsed, outcome.Problems);
        }
        var view = TenantView.Of(tenant) with { Administrator = wanted.Administrator?.UserName, Password = wanted.Administrator?.Password };
        return CommandConsole.Done(parsed, view, view.ToText());
    }

    private NewTenant Read(ParseResult parsed)
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
            Administrator = parsed.GetValue(Administrator) is { } name
                ? new AccountRequest(name, parsed.GetValue(AdministratorName) ?? "", []) { Password = accounts.GeneratePassword(), MustBeNew = true }
                : null,
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
