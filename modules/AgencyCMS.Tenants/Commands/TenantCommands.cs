using System.CommandLine;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Contracts;

namespace AgencyCMS.Tenants.Commands;

/// <summary><c>tenant create|list|show|suspend|resume|archive|delete|restore|rename|hosts|export</c>.</summary>
internal sealed class TenantCommands(ITenantLifecycle lifecycle, TenantDirectory directory, CreateTenantCommand create, ExportTenantCommand export) : IOperatorCommands
{
    private static readonly Argument<string> Name = new("NAME") { Description = "Name of the tenant." };

    public IEnumerable<Command> Create() =>
    [
        new Command("tenant", "Make tenants and look after them.")
        {
            create.Create(), List(), Show(), Suspend(),
            Action("resume", "Open a suspended tenant again.", (id, actor, cancellation) => lifecycle.ResumeAsync(id, null, actor, cancellation)),
            Action("archive", "Close a tenant for good; its data are kept.", lifecycle.ArchiveAsync),
            Delete(),
            Action("restore", "Take a deletion back.", lifecycle.RestoreAsync),
            Rename(), Hosts(), export.Create(),
        },
    ];

    private Command List()
    {
        var command = new Command("list", "List all tenants.");
        command.SetAction(parsed =>
        {
            var tenants = directory.All.Select(TenantView.Of).ToList();
            var width = tenants.Select(tenant => tenant.Name.Length).DefaultIfEmpty(0).Max();
            return CommandConsole.Done(parsed, tenants, string.Join(Environment.NewLine, tenants.Select(tenant => tenant.ToLine(width))));
        });
        return command;
    }

    private Command Show() => Action("show", "Show a tenant's record.", (tenant, _, _) => Task.FromResult<Outcome<Tenant>>(tenant));

    private Command Suspend()
    {
        var notice = new Option<string>("--notice") { Description = "What visitors read.", DefaultValueFactory = _ => "" };
        var command = Action("suspend", "Close a tenant for the time being.", (tenant, parsed, token) => lifecycle.SuspendAsync(tenant.Id, parsed.GetValue(notice)!, Actor.System, token));
        command.Add(notice);
        return command;
    }

    private Command Delete()
    {
        var yes = new Option<bool>("--yes") { Description = "Confirms the deletion." };
        var command = Action("delete", "Take a tenant away; its data are removed after 30 days.", lifecycle.DeleteAsync);
        command.Add(yes);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(yes))
            {
                result.AddError("Nothing was deleted. Add --yes to confirm.");
            }
        });
        return command;
    }

    private Command Rename()
    {
        var name = new Option<string?>("--name") { Description = "New name in addresses and commands." };
        var title = new Option<string?>("--title") { Description = "New full name of the agency." };
        var prefix = new Option<string?>("--prefix") { Description = "New first path segment on the default hosts; empty for none." };
        var command = Action("rename", "Change a tenant's name, title or path.", (tenant, parsed, token) =>
        {
            var now = Describe(tenant);
            var wanted = now with { Name = parsed.GetValue(name) ?? now.Name, Title = parsed.GetValue(title) ?? now.Title, Prefix = parsed.GetValue(prefix) ?? now.Prefix };
            return lifecycle.DescribeAsync(tenant.Id, wanted, null, Actor.System, token);
        });
        command.Add(name);
        command.Add(title);
        command.Add(prefix);
        command.Validators.Add(result =>
        {
            if (result.GetValue(name) is null && result.GetValue(title) is null && result.GetValue(prefix) is null)
            {
                result.AddError("Say what to change: --name, --title or --prefix.");
            }
        });
        return command;
    }

    private Command Hosts()
    {
        var hosts = new Argument<string[]>("HOST") { Description = "All host names that the tenant shall have; none to take them away.", Arity = ArgumentArity.ZeroOrMore };
        var command = Action("hosts", "Set a tenant's host names.", (tenant, parsed, token) =>
            lifecycle.DescribeAsync(tenant.Id, Describe(tenant) with { Hosts = [.. parsed.GetValue(hosts) ?? []] }, null, Actor.System, token));
        command.Add(hosts);
        return command;
    }

    private static TenantDescription Describe(Tenant tenant) => new(tenant.Name, tenant.Title, tenant.Prefix, tenant.Hosts, tenant.SiteCode);

    private Command Action(string verb, string description, Func<TenantId, Actor, CancellationToken, Task<Outcome<Tenant>>> act) =>
        Action(verb, description, (tenant, _, token) => act(tenant.Id, Actor.System, token));

    private Command Action(string verb, string description, Func<Tenant, ParseResult, CancellationToken, Task<Outcome<Tenant>>> act)
    {
        var command = new Command(verb, description) { Name };
        command.SetAction(async (parsed, token) =>
        {
            var name = parsed.GetRequiredValue(Name);
            var outcome = directory.FindByName(name) is { } tenant ? await act(tenant, parsed, token) : TenantProblems.NotFound(name);
            return outcome.TryGet(out var changed)
                ? CommandConsole.Done(parsed, TenantView.Of(changed), TenantView.Of(changed).ToText())
                : CommandConsole.Failed(parsed, outcome.Problems);
        });
        return command;
    }
}
