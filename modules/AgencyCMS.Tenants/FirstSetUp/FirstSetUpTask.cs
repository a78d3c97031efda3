using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Setup;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Tenants.FirstSetUp;

/// <summary>At the start of a server without a county office: sets one up, or says how a person can.</summary>
internal sealed class FirstSetUpTask(
    ProgramMode mode,
    FirstSetUpOptions options,
    TenantDirectory directory,
    CountySetUp setUp,
    SetUpToken token,
    Welcome welcome,
    GeneratedPasswords passwords,
    DefaultHosts hosts,
    StoreFiles files,
    IHostApplicationLifetime lifetime,
    ILogger<FirstSetUpTask> logger)
    : IStartupTask
{
    private const string DefaultTitle = "县政务公开办公室";
    private const string DemoTitle = "澄岚县人民政府";
    private const string AdministratorName = "county.admin";

    public int Order => 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (mode.IsCommand || directory.County is not null)
        {
            return;
        }
        // Those that the county store knows are left of a set-up that was cut off.
        if (files.FindTenants().Any(id => directory.Find(id) is null))
        {
            throw new StartRefusedException($"There is no county office, but stores of agencies lie in “{files.Tenants}”: the county store was lost, or is not the one of this data folder. Put it back, or restore a backup.");
        }
        if (options.Recipe is null)
        {
            logger.LogWarning(
                "There is no county office yet. Open http://{Host}/setup on one of the default hosts ({Hosts}) and give this token: {Token}",
                hosts.Names[0], string.Join(", ", hosts.Names), token.Value);
            return;
        }
        logger.LogInformation("Setting the county up by the recipe {Recipe}; this happens once.", options.Recipe);
        var isDemo = options.Recipe.StartsWith("demo", StringComparison.Ordinal);
        var made = await setUp.RunAsync(
            isDemo ? DemoTitle : DefaultTitle,
            options.Recipe,
            isDemo ? null : new AccountRequest(AdministratorName, "", []) { MustChangePassword = false },
            cancellationToken);
        if (made.IsRefused)
        {
            throw new InvalidOperationException($"The county could not be set up by the recipe {options.Recipe}:" + string.Concat(made.Problems.Select(problem => "\n  " + problem.ToEnglish())));
        }
        var accounts = passwords.Take();
        lifetime.ApplicationStarted.Register(() => welcome.Print(accounts));
    }
}
