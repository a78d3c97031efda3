using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.Import.Command;

/// <summary>One line is imported, its item is worked on, and the line comes again.</summary>
public abstract class ImportAgainTest(DatabaseProvider provider) : DisclosureTest(provider)
{
    protected async Task<CommandResult> ImportAsync(string line, params string[] options)
    {
        if (!File.Exists(PathOf("a.txt")))
        {
            await WriteAsync("a.txt", "甲");
            await WriteAsync("b.txt", "乙");
        }
        return await RunAsync(["import", await WriteAsync("lines.jsonl", line), "--tenant", "finance", .. options]);
    }

    protected async Task<ContentItemRow> RowAsync()
    {
        await using var db = Host.Services.GetRequiredService<StoreSessions>().Open(Finance.Id);
        return await db.Set<ContentItemRow>().AsNoTracking().SingleAsync(row => row.ContentType == "Disclosure");
    }

    protected async Task<ContentItem> ItemAsync()
    {
        await using var scope = Host.Scope(Finance);
        return (await scope.ServiceProvider.GetRequiredService<ContentReader>().FindLatestAsync((await RowAsync()).ContentItemId, CancellationToken.None))!; // it is there
    }

    protected async Task ActAsync<T>(Func<T, ContentItemRow, Task<AgencyCMS.Modularity.Problems.Outcome<ContentItemRow>>> act)
        where T : class
    {
        await using var scope = Host.Scope(Finance);
        var outcome = await act(scope.ServiceProvider.GetRequiredService<T>(), await RowAsync());
        Assert.Empty(outcome.Problems);
    }

    protected async Task EditAsync(Action<ContentItem> change, bool isPublished = true)
    {
        var item = await ItemAsync();
        change(item);
        await ActAsync((ContentManager manager, ContentItemRow row) => isPublished
            ? manager.SaveAndPublishAsync(item, row.Stamp, null, CancellationToken.None)
            : manager.SaveDraftAsync(item, row.Stamp, null, CancellationToken.None));
    }
}
