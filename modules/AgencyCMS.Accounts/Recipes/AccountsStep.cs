using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Setup;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Recipes.Running;
using Microsoft.Extensions.Hosting;

namespace AgencyCMS.Accounts.Recipes;

/// <summary>
/// The step <c>Accounts</c>, for the county office only. Accounts lie in the county store, so they are made when the recipe's own transaction has been committed;
/// by then the tenants of the same recipe are there, too. Making them again changes nothing.
/// </summary>
internal sealed class AccountsStep(
    IAccountProvisioning provisioning, RecipeMemberships memberships, GeneratedPasswords passwords, TenantContext tenants, IHostEnvironment environment) : IRecipeStep
{
    public IReadOnlyCollection<string> Names { get; } = ["Accounts"];

    public string? Permission => AccountPermissions.Manage;

    public void Check(RecipeStepContext context, JsonObject step)
    {
        // Before anything is made: what this step makes lies outside of the recipe's transaction.
        if (!context.Options.Runner.Can(AccountPermissions.Manage))
        {
            context.Fail(null, RecipeMessages.NotPermitted, context.Name, AccountPermissions.Manage);
        }
        if (!tenants.Tenant.IsCounty)
        {
            context.Fail(null, AccountRecipeMessages.CountyOnly);
        }
        foreach (var problem in Read(step).SelectMany(request => UserNames.Check(request.UserName)))
        {
            context.Fail(null, new(problem.Code, problem.Message), [.. problem.Arguments]);
        }
    }

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        var requests = Read(step);
        for (var i = 0; i < requests.Length; i++)
        {
            requests = requests.SetItem(i, await memberships.AllowAsync(context, requests[i] with { By = context.Options.Runner }, cancellationToken));
            context.Applied(requests[i].UserName, AccountRecipeMessages.AccountComes, requests[i].UserName);
        }
        context.AfterCommit(token => ProvisionAsync(context, requests, token));
    }

    private async Task ProvisionAsync(RecipeStepContext context, IReadOnlyCollection<AccountRequest> requests, CancellationToken cancellationToken)
    {
        var outcome = await provisioning.ProvisionAsync(requests, cancellationToken);
        if (!outcome.TryGet(out var accounts))
        {
            context.Warn(null, AccountRecipeMessages.NotCreated, string.Join(' ', outcome.Problems.Select(problem => problem.ToEnglish())));
            return;
        }
        // Not into the report, which is kept: whoever ran the recipe takes the passwords and shows them once.
        passwords.Add(accounts);
        foreach (var account in accounts)
        {
            var message = account.Password is null ? AccountRecipeMessages.AccountKnown : AccountRecipeMessages.AccountCreated;
            context.Report(account.UserName, RecipeSeverity.Information, RecipeResult.None, message, account.UserName);
        }
    }

    // People who try the demonstration out change no passwords; a real server lets no generated one stand, whatever the recipe says.
    private bool IsForTrying(JsonObject step) => environment.IsDevelopment() && step.FindFlag("Demonstration") == true;

    private ImmutableArray<AccountRequest> Read(JsonObject step) => [.. step.FindObjects("Accounts").Select(account =>
        new AccountRequest(account.FindText("UserName") ?? "", account.FindText("DisplayName") ?? "", [.. account.FindObjects("Memberships").Select(ReadMembership)])
        {
            MustChangePassword = !IsForTrying(step),
        })];

    private static MembershipRequest ReadMembership(JsonObject membership) =>
        new(membership.FindText("Tenant") ?? "", [.. membership.FindTexts("Roles")]) { Groups = [.. membership.FindTexts("Groups")] };
}
