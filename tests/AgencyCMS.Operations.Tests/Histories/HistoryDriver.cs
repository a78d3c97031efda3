using System.Globalization;
using System.Net;
using System.Text.Json;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Tests.Fixtures;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Hosting;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AgencyCMS.Operations.Tests.Histories;

/// <summary>Does to the running county what the model says was done: by the pages of the administration and the operator's commands.</summary>
internal sealed class HistoryDriver(TestHost<Program> host, FakeTimeProvider clock, string folder)
{
    public const string Password = "Kite-Harbour-27";
    private const string Entry = "a20_14_notices";
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);
    private int _files;

    public async Task<ModelAgency> CreateAgencyAsync(string name)
    {
        var wanted = new NewTenant { Name = name, Title = "单位" + name, Kind = TenantKind.Department, Recipe = "agency", FurtherRecipes = ["catalogue"] };
        var tenant = (await host.Services.GetRequiredService<ITenantLifecycle>().CreateAsync(wanted, Actor.System, null, CancellationToken.None)).Value;
        var head = new AccountRequest("head-" + name, "", [new MembershipRequest(name, ["SiteAdministrator"])]) { Password = Password, MustChangePassword = false };
        Assert.Empty((await host.Services.GetRequiredService<IAccountProvisioning>().ProvisionAsync([head], CancellationToken.None)).Problems);
        return new ModelAgency { Id = tenant.Id, Name = name, Person = head.UserName };
    }

    public async Task<string> DraftAsync(ModelAgency agency, string title)
    {
        using var browser = await SignInAsync(agency);
        var answer = await browser.SubmitAsync(
            "admin/contents/new/Disclosure", ("TitlePart.Title", title), ("HtmlBodyPart.Html", "<p>正文</p>"), ("DisclosurePart.Entry", Entry), ("DisclosurePart.FormedOn", "2026-11-02"), ("Do", "save"));
        await AssertMovedAsync(answer);
        return answer.Headers.Location!.ToString().Split('/')[^1]; // a redirect has one
    }

    public Task SaveAsync(ModelAgency agency, ModelItem item, string title, bool publishes) => InEditorAsync(agency, item, (browser, page) =>
        browser.SubmitAsync(page, null, ("TitlePart.Title", title), ("Do", publishes ? "publish" : "save")));

    public Task PublishAsync(ModelAgency agency, ModelItem item) => InEditorAsync(agency, item, (browser, page) => browser.SubmitAsync(page, "/publish"));

    public Task WithdrawAsync(ModelAgency agency, ModelItem item) => InEditorAsync(agency, item, (browser, page) => browser.SubmitAsync(page, "/withdraw", ("Reason", "有误")));

    public Task DiscardAsync(ModelAgency agency, ModelItem item) => InEditorAsync(agency, item, (browser, page) => browser.SubmitAsync(page, "/discard"));

    public Task ScheduleAsync(ModelAgency agency, ModelItem item, DateTimeOffset? publishAt, DateTimeOffset? withdrawAt) => InEditorAsync(agency, item, (browser, page) =>
        page.QuerySelector("[name='PublishAt']") is null
            ? browser.SubmitAsync(page, "/schedule", ("WithdrawAt", Local(withdrawAt)))
            : browser.SubmitAsync(page, "/schedule", ("PublishAt", Local(publishAt)), ("WithdrawAt", Local(withdrawAt))));

    /// <param name="agency">Whose.</param>
    /// <param name="item">What.</param>
    /// <param name="number">Number of the version in the model, from 0.</param>
    public async Task RestoreVersionAsync(ModelAgency agency, ModelItem item, int number)
    {
        using var browser = await SignInAsync(agency);
        var page = await browser.ReadAsync($"admin/contents/{item.Id}/versions");
        var shown = (number + 1).ToString(CultureInfo.InvariantCulture);
        var version = page.QuerySelector($"#restore-{shown} [name=VersionId]")!.GetAttribute("value")!; // the form sends it
        await AssertMovedAsync(await browser.SubmitAsync(page, "/restore", ("VersionId", version)));
    }

    /// <summary>Imports lines of a key and a title, so many of which are to be refused.</summary>
    public async Task ImportAsync(ModelAgency agency, IEnumerable<(string Key, string Title)> lines, int refused)
    {
        var path = Path.Combine(folder, FormattableString.Invariant($"lines-{++_files}.jsonl"));
        await File.WriteAllLinesAsync(path, lines.Select(line => JsonSerializer.Serialize(new { key = line.Key, title = line.Title, body = "<p>正文</p>", formedOn = "2026-11-02", entry = Entry })));
        Assert.EndsWith(FormattableString.Invariant($" {refused} refused"), (await RunAsync(refused == 0 ? 0 : 1, "import", path, "--tenant", agency.Name)).Split('\n')[0].TrimEnd(), StringComparison.Ordinal);
    }

    /// <returns>The id of the item that has this title now.</returns>
    public async Task<string> FindAsync(ModelAgency agency, string title)
    {
        await using var db = host.Services.GetRequiredService<StoreSessions>().Open(agency.Id);
        return await db.Set<ContentItemRow>().Where(row => row.DisplayText == title).Select(row => row.ContentItemId).SingleAsync();
    }

    /// <returns>The folder of the backup.</returns>
    public async Task<string> BackUpAsync(ModelAgency agency)
    {
        var path = Path.Combine(folder, FormattableString.Invariant($"backup-{++_files}"));
        await RunAsync("backup", path, "--tenant", agency.Name);
        return path;
    }

    public Task RestoreAsync(ModelAgency agency, string backup) => RunAsync("restore", backup, "--tenant", agency.Name);

    public async Task RenameAsync(ModelAgency agency, string name)
    {
        var outcome = await host.Services.GetRequiredService<ITenantLifecycle>().DescribeAsync(
            agency.Id, new TenantDescription(name, "单位" + name, name, [], ""), null, Actor.System, CancellationToken.None);
        Assert.Empty(outcome.Problems);
    }

    public Task RemoveAsync(ModelAgency agency) => RunAsync("tenant", "delete", agency.Name, "--yes");

    /// <summary>Lets time pass and what is due happen.</summary>
    public async Task PassAsync(TimeSpan time, IReadOnlyCollection<ModelAgency> agencies)
    {
        clock.Advance(time);
        foreach (var agency in agencies)
        {
            await Eventually.IsTrueAsync(
                async () =>
                {
                    clock.Advance(TimeSpan.FromSeconds(5));
                    await using var db = host.Services.GetRequiredService<StoreSessions>().Open(agency.Id);
                    var now = clock.GetUtcNow();
                    return !await db.Set<ContentItemRow>().AnyAsync(row => row.PublishAt <= now || (row.WithdrawAt <= now && row.PublishedVersionId != null));
                },
                "nothing is due any more");
        }
    }

    /// <summary>Runs a command that must succeed.</summary>
    public Task<string> RunAsync(params string[] arguments) => RunAsync(0, arguments);

    private async Task<string> RunAsync(int exitCode, params string[] arguments)
    {
        var running = OperatorCommands.RunAsync(host, arguments);
        // A command that waits for the clock must not wait for ever.
        await Eventually.IsTrueAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromMilliseconds(200));
                return running.IsCompleted;
            },
            string.Join(' ', arguments));
        var result = await running;
        Assert.True(result.ExitCode == exitCode, string.Join(' ', arguments) + "\n" + result.Output + result.Error);
        return result.Output;
    }

    private async Task InEditorAsync(ModelAgency agency, ModelItem item, Func<Browser, IDocument, Task<HttpResponseMessage>> act)
    {
        using var browser = await SignInAsync(agency);
        await AssertMovedAsync(await act(browser, await browser.ReadAsync("admin/contents/" + item.Id)));
    }

    private async Task<Browser> SignInAsync(ModelAgency agency)
    {
        var browser = new Browser(host.CreateClient(host.Services.GetRequiredService<TenantDirectory>().Find(agency.Id)));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(agency.Person, Password)).StatusCode);
        return browser;
    }

    private static async Task AssertMovedAsync(HttpResponseMessage answer) =>
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, answer.RequestMessage?.RequestUri + "\n" + (await Browser.ParseAsync(answer)).QuerySelector("main")?.TextContent);

    private static string Local(DateTimeOffset? moment) =>
        moment is null ? "" : moment.Value.ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
