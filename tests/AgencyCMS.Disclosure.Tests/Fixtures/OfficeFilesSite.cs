using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.Fixtures;

/// <summary>One county into which many files are imported; each has titles of its own.</summary>
public abstract class OfficeFilesSite(DatabaseProvider provider) : DisclosureTest(provider)
{
    /// <summary>Imports a file into the agency as operators do.</summary>
    public async Task<CommandResult> ImportAsync(string name, byte[] content)
    {
        await File.WriteAllBytesAsync(PathOf(name), content);
        return await RunAsync("import", PathOf(name), "--tenant", "finance");
    }

    /// <returns>What is published under a title: <c>title | formed on | document number | entry</c>, and the text if it has one.</returns>
    public async Task<IReadOnlyList<string>> PublishedAsync(Func<string, bool> isWanted)
    {
        var shown = new List<string>();
        foreach (var row in (await ItemsAsync(Finance)).Where(row => isWanted(row.DisplayText)))
        {
            await using var scope = Host.Scope(Finance);
            var item = (await scope.ServiceProvider.GetRequiredService<ContentReader>().FindLatestAsync(row.ContentItemId, CancellationToken.None))!; // it is published
            var part = item.Part<DisclosurePart>()!; // every disclosure has one
            var text = item.Part<HtmlBodyPart>()?.Html;
            shown.Add($"{row.DisplayText} | {part.FormedOn:yyyy-MM-dd} | {part.DocumentNumber} | {part.Entry}{(string.IsNullOrEmpty(text) ? "" : " | " + text)}");
        }
        return [.. shown.Order(StringComparer.Ordinal)];
    }
}

/// <summary>The county on SQLite.</summary>
public sealed class SqliteOfficeFilesSite() : OfficeFilesSite(DatabaseProvider.Sqlite);

/// <summary>The county on PostgreSQL.</summary>
public sealed class PostgreSqlOfficeFilesSite() : OfficeFilesSite(DatabaseProvider.PostgreSql);
