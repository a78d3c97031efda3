using System.Net;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Operations.Jobs;
using AgencyCMS.Operations.Tests.Fixtures;
using AgencyCMS.Operations.Tests.Jobs;
using AgencyCMS.Recipes;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Hosting;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Operations.Tests.ListJobs;

/// <summary>The page of the background jobs, for the county's office.</summary>
public abstract class ListJobsTests(DatabaseProvider provider) : OperationsTest(provider)
{
    private const string Password = "Kite-Harbour-27";
    private const string Address = "admin/operations/jobs";
    private const string Roles = """{ "name": "test", "steps": [ { "name": "Roles", "Roles": [ { "Name": "Operator", "Permissions": ["operations.jobs"] }, { "Name": "Clerk", "Permissions": [] } ] } ] }""";

    [Fact]
    public async Task Job_ThatNeverRan_IsListedAsSuch()
    {
        // Arrange
        using var browser = await SignInAsync("Operator");

        // Act
        var page = await browser.ReadAsync(Address);

        // Assert
        Assert.Contains("尚未运行", RowOf(page, "Does nothing.").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_StartedOnThePage_Runs()
    {
        // Arrange
        using var browser = await SignInAsync("Operator");
        await Host.Services.GetRequiredService<JobScheduler>().Ready.WaitAsync(TimeSpan.FromMinutes(1));

        // Act
        await browser.SubmitAsync(await browser.ReadAsync(Address), $"/{QuietJob.JobName}/runs");

        // Assert
        await Eventually.IsTrueAsync(async () => (await PastRunsAsync(browser)).Any(run => run.Contains("完成", StringComparison.Ordinal)), "the page shows the run");
    }

    [Fact]
    public async Task Run_ThatFailedForATenant_IsShownWithItsSiteAndError()
    {
        // Arrange
        using var browser = await SignInAsync("Operator");
        await Host.Services.GetRequiredService<JobRunner>().RunAsync(FussyJob.JobName, 1, null, CancellationToken.None);

        // Act
        var runs = await PastRunsAsync(browser);

        // Assert
        Assert.Single(runs, run => run.Contains(Finance.Title, StringComparison.Ordinal) && run.Contains("The till is locked.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task History_OfOneJob_LeavesTheOthersOut()
    {
        // Arrange
        using var browser = await SignInAsync("Operator");
        await Host.Services.GetRequiredService<JobRunner>().RunAsync(FussyJob.JobName, 1, null, CancellationToken.None);

        // Act
        var runs = await PastRunsAsync(browser, $"?job={QuietJob.JobName}");

        // Assert
        Assert.Empty(runs);
    }

    [Fact]
    public async Task Job_ThatIsNotThere_IsNotFound()
    {
        // Arrange
        using var browser = await SignInAsync("Operator");
        var token = (await browser.ReadAsync(Address)).QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;

        // Act
        using var answer = await browser.PostAsync(Address + "/tests.none/runs", ("__RequestVerificationToken", token));

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Page_WithoutThePermission_IsForbidden()
    {
        // Arrange
        using var browser = await SignInAsync("Clerk");

        // Act
        var status = await browser.StatusAsync(Address);

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    protected override void Configure(TestHostOptions options) => SampleJobs.Add(options);

    private static IElement RowOf(IDocument page, string job) => page.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == job);

    private static async Task<IReadOnlyList<string>> PastRunsAsync(Browser browser, string query = "") =>
        [.. (await browser.ReadAsync(Address + query)).QuerySelectorAll("main h2 ~ .table-wrap tbody tr").Select(row => row.TextContent)];

    private async Task<Browser> SignInAsync(string role)
    {
        var office = await Host.EnableAsync(await Host.CountyAsync(), "AgencyCMS.Operations", "AgencyCMS.Accounts", "AgencyCMS.Theme.Gov", "AgencyCMS.Theme.Admin");
        await using (var scope = Host.Scope(office))
        {
            Assert.Empty((await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(RecipeSource.FromText("test", Roles), isDryRun: false, null, CancellationToken.None)).Errors);
        }
        var person = new AccountRequest("operator", "", [new MembershipRequest(office.Name, [role])]) { Password = Password, MustChangePassword = false };
        Assert.False((await Host.Services.GetRequiredService<IAccountProvisioning>().ProvisionAsync([person], CancellationToken.None)).IsRefused);
        var browser = new Browser(Host.CreateClient(office));
        using var answer = await browser.SignInAsync("operator", Password);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return browser;
    }

    public sealed class OnSqlite() : ListJobsTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : ListJobsTests(DatabaseProvider.PostgreSql);
}
