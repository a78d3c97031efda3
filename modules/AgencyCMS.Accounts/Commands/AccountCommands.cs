using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using AgencyCMS.Accounts.Demonstration;
using AgencyCMS.Accounts.EditAccount;
using AgencyCMS.Accounts.ListAccounts;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts.Commands;

/// <summary><c>account create|reset|list</c>: the operator's way in when nobody can sign in.</summary>
internal sealed class AccountCommands(IServiceScopeFactory scopes, IAccountProvisioning provisioning, DemoAccounts demonstration) : IOperatorCommands
{
    public IEnumerable<Command> Create() => [new Command("account", "Accounts of the county's staff.") { CreateCommand(), ResetCommand(), ListCommand() }];

    private Command CreateCommand()
    {
        var name = new Argument<string>("NAME") { Description = "Sign-in name." };
        var display = new Option<string>("--display-name") { Description = "The person's name.", DefaultValueFactory = _ => "" };
        var members = new Option<MembershipRequest[]>("--member")
        {
            Description = "Where the person works, as TENANT:ROLE,ROLE; may be repeated.",
            CustomParser = ReadMemberships,
            DefaultValueFactory = _ => [],
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("create", "Creates an account and prints its first password, once. For a name that exists only memberships are added.") { name, display, members };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new AccountRequest(parsed.GetRequiredValue(name), parsed.GetValue(display) ?? "", [.. parsed.GetValue(members) ?? []]);
            var outcome = await provisioning.ProvisionAsync([request], cancellationToken);
            return outcome.TryGet(out var accounts)
                ? CommandConsole.Done(parsed, accounts[0], accounts[0].Password is { } password
                    ? $"Created {accounts[0].UserName}. First password, shown only now: {password}"
                    : $"{accounts[0].UserName} exists; it has the memberships now.")
                : CommandConsole.Failed(parsed, outcome.Problems);
        });
        return command;
    }

    private Command ResetCommand()
    {
        var name = new Argument<string>("NAME") { Description = "Sign-in name." };
        var withSecondFactor = new Option<bool>("--second-factor") { Description = "Removes the second factor, too." };
        var command = new Command("reset", "Gives an account a new password for one sign-in, prints it once, and ends its sessions.") { name, withSecondFactor };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            var normalised = Domain.UserNames.Normalise(parsed.GetRequiredValue(name));
            var id = await scope.ServiceProvider.GetRequiredService<CountyDb>().Set<Domain.Account>()
                .Where(account => account.NormalisedName == normalised).Select(account => account.Id).SingleOrDefaultAsync(cancellationToken);
            var outcome = await scope.ServiceProvider.GetRequiredService<AccountHandler>().ResetAsync(id, parsed.GetValue(withSecondFactor), Actor.System, cancellationToken);
            return outcome.TryGet(out var password)
                ? CommandConsole.Done(parsed, new { UserName = parsed.GetValue(name), Password = password }, $"New password, shown only now: {password}")
                : CommandConsole.Failed(parsed, outcome.Problems);
        });
        return command;
    }

    private Command ListCommand()
    {
        var tenant = new Option<string?>("--tenant") { Description = "Only who works for this tenant." };
        var demo = new Option<bool>("--demo") { Description = "Only those of the demonstration county, with what they work as; in Development only." };
        var command = new Command("list", "Lists the accounts by name.") { tenant, demo };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(demo))
            {
                return await ListDemonstrationAsync(parsed, cancellationToken);
            }
            await using var scope = scopes.CreateAsyncScope();
            var wanted = parsed.GetValue(tenant);
            if (wanted is not null && scope.ServiceProvider.GetRequiredService<TenantDirectory>().FindByName(wanted) is null)
            {
                return CommandConsole.Failed(parsed, [TenantProblems.NotFound(wanted)]);
            }
            var rows = await ReadAllAsync(scope.ServiceProvider.GetRequiredService<AccountListQuery>(), wanted, cancellationToken);
            return CommandConsole.Done(parsed, rows, string.Join('\n', rows.Select(row => $"{row.UserName}\t{row.DisplayName}\t{(row.IsEnabled ? "" : "locked")}")));
        });
        return command;
    }

    private async Task<int> ListDemonstrationAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (!demonstration.AreTold)
        {
            return CommandConsole.Failed(parsed, [AccountProblems.DemonstrationNotTold()]);
        }
        var accounts = await demonstration.ReadAsync(cancellationToken);
        var width = accounts.Select(account => account.UserName.Length).DefaultIfEmpty(0).Max();
        var lines = accounts.Select(account => $"{account.UserName.PadRight(width)}  {account.DisplayName}  {string.Join("; ", account.Works)}");
        return CommandConsole.Done(parsed, accounts, string.Join('\n', lines.Append("A lost password: account reset NAME gives a new one.")));
    }

    private static async Task<ImmutableArray<AccountRow>> ReadAllAsync(AccountListQuery query, string? tenant, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<AccountRow>();
        for (var page = 1; ; page++)
        {
            var list = await query.ReadAsync(new AccountFilter { Tenant = tenant, Page = page }, cancellationToken);
            rows.AddRange(list.Rows);
            if (rows.Count >= list.Total || list.Rows.Length == 0)
            {
                return rows.ToImmutable();
            }
        }
    }

    private static MembershipRequest[] ReadMemberships(ArgumentResult result)
    {
        var memberships = new List<MembershipRequest>();
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            var parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts is not [{ Length: > 0 } tenant, { Length: > 0 } roles])
            {
                result.AddError($"“{text}” is not of the form TENANT:ROLE,ROLE.");
                return [];
            }
            memberships.Add(new MembershipRequest(tenant, [.. roles.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]));
        }
        return [.. memberships];
    }
}
