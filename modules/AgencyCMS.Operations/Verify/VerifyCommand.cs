using System.CommandLine;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Operations.Verify;

/// <summary><c>verify [--tenant NAME]</c>: prints every fault; exit code 1 when there is one.</summary>
internal sealed class VerifyCommand(Verifier verifier, TenantDirectory directory) : IOperatorCommands
{
    public IEnumerable<Command> Create()
    {
        var name = new Option<string?>("--tenant") { Description = "Name of the one tenant; all and the county without it." };
        var verify = new Command("verify", "Checks that stores, change logs, index rows, media and search indexes agree.") { name };
        verify.SetAction((parsed, cancellationToken) => RunAsync(parsed, parsed.GetValue(name), cancellationToken));
        yield return verify;
    }

    private async Task<int> RunAsync(ParseResult parsed, string? name, CancellationToken cancellationToken)
    {
        if (name is not null && directory.FindByName(name) is null)
        {
            return CommandConsole.Failed(parsed, [TenantProblems.NotFound(name)]);
        }
        var tenants = verifier.Tenants.Where(tenant => name is null || tenant.Name == name).ToList();
        var progress = TerminalProgress.Of(parsed, "tenants verified");
        var faults = new List<Fault>();
        if (name is null)
        {
            faults.AddRange(await verifier.CheckCountyAsync(cancellationToken).ToListAsync(cancellationToken));
        }
        for (var index = 0; index < tenants.Count; index++)
        {
            faults.AddRange(await verifier.CheckAsync(tenants[index], cancellationToken).ToListAsync(cancellationToken));
            progress.Report(index + 1);
        }
        var lines = faults.Select(fault => $"{fault.Tenant ?? "county"}: {fault.Check}: {fault.Message}").Append(FormattableString.Invariant($"{tenants.Count} tenants verified, {faults.Count} faults."));
        CommandConsole.Done(parsed, new { Tenants = tenants.Count, Faults = faults }, string.Join(Environment.NewLine, lines));
        return faults.Count == 0 ? 0 : 1;
    }
}
