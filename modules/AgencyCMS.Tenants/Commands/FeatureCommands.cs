using System.CommandLine;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Contracts;

namespace AgencyCMS.Tenants.Commands;

/// <summary><c>feature list|enable|disable [FEATURE] --tenant NAME [--yes]</c>.</summary>
internal sealed class FeatureCommands(ITenantLifecycle lifecycle, TenantDirectory directory, FeatureCatalogue features) : IOperatorCommands
{
    private static readonly Option<string> TenantName = new("--tenant") { Description = "Name of the tenant.", Required = true };
    private static readonly Argument<string> Feature = new("FEATURE") { Description = "Id of the feature." };

    public IEnumerable<Command> Create() =>
    [
        new Command("feature", "Switch a tenant's features.")
        {
            List(),
            Switch("enable", "Switch a feature on, with those it depends on.", lifecycle.EnableFeatureAsync),
            Disable(),
        },
    ];

    private Command List()
    {
        var command = new Command("list", "List all features and whether the tenant has them.") { TenantName };
        command.SetAction(parsed => directory.FindByName(parsed.GetRequiredValue(TenantName)) is { } tenant
            ? Print(parsed, tenant)
            : CommandConsole.Failed(parsed, [TenantProblems.NotFound(parsed.GetRequiredValue(TenantName))]));
        return command;
    }

    private Command Disable()
    {
        var yes = new Option<bool>("--yes") { Description = "Confirms that a feature is switched off which the site cannot do without." };
        var command = Switch("disable", "Switch a feature off.", lifecycle.DisableFeatureAsync);
        command.Add(yes);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(yes) && features.Find(result.GetValue(Feature) ?? "") is { IsCore: true } core)
            {
                result.AddError($"Nothing was switched off. Without {core.Id}: {core.WithoutIt} Add --yes to confirm.");
            }
        });
        return command;
    }

    private Command Switch(string verb, string description, Func<TenantId, string, Actor, CancellationToken, Task<Outcome<Tenant>>> act)
    {
        var command = new Command(verb, description) { Feature, TenantName };
        command.SetAction(async (parsed, token) =>
        {
            var name = parsed.GetRequiredValue(TenantName);
            var outcome = directory.FindByName(name) is { } tenant
                ? await act(tenant.Id, parsed.GetRequiredValue(Feature), Actor.System, token)
                : TenantProblems.NotFound(name);
            return outcome.TryGet(out var changed) ? Print(parsed, changed) : CommandConsole.Failed(parsed, outcome.Problems);
        });
        return command;
    }

    private int Print(ParseResult parsed, Tenant tenant)
    {
        var list = features.All.Select(feature => new { feature.Id, feature.Name, IsEnabled = tenant.HasFeature(feature.Id), feature.CountyOnly }).ToList();
        var lines = list.Select(feature => $"{(feature.IsEnabled ? "on " : "off")}  {feature.Id}  {feature.Name}");
        return CommandConsole.Done(parsed, list, string.Join(Environment.NewLine, lines));
    }
}
