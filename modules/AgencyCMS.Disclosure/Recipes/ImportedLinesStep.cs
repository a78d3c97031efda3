using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Import;
using AgencyCMS.Disclosure.Import.Planning;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Recipes.Running;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Recipes;

/// <summary>Step <c>ImportedLines</c>: what imports said of the items where the recipe comes from. What an import has said here stands.</summary>
internal sealed class ImportedLinesStep(TenantDb db, ImportOrigins origins, TimeProvider clock) : IRecipeStep
{
    internal const string Name = "ImportedLines";
    internal const string Origins = nameof(Origins);
    internal const string Lines = nameof(Lines);
    private const int Portion = 500;
    private static readonly RecipeMessage Remembered = new("disclosure.lines-remembered", "What imports said of {0} items is remembered.");
    private static readonly RecipeMessage Same = new("disclosure.lines-same", "What imports said of the items is remembered already.");

    public IReadOnlyCollection<string> Names { get; } = [Name];

    public string? Permission => ContentRights.Publish;

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        foreach (var origin in (step[Origins] as JsonArray ?? []).Take(ImportOrigins.Most).OfType<JsonValue>())
        {
            await origins.AddAsync(origin.ToString(), cancellationToken);
        }
        var added = 0;
        foreach (var portion in step.FindObjects(Lines).Chunk(Portion))
        {
            added += await AddAsync(portion, cancellationToken);
        }
        if (added > 0)
        {
            context.Applied(null, Remembered, added);
        }
        else
        {
            context.Unchanged(null, Same);
        }
    }

    private async Task<int> AddAsync(IReadOnlyCollection<JsonObject> lines, CancellationToken cancellationToken)
    {
        var ids = lines.Select(line => line.FindText("ContentItemId")).OfType<string>().Distinct().ToList();
        var open = (await db.Set<ContentItemRow>().Where(item => ids.Contains(item.ContentItemId) && !db.Set<ImportedLineRow>().Any(line => line.ContentItemId == item.ContentItemId))
            .Select(item => item.ContentItemId).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var added = 0;
        foreach (var line in lines)
        {
            if (line.FindText("ContentItemId") is not { } id || Read(line, "Columns") is not { } columns || !open.Remove(id))
            {
                continue;
            }
            // No import of this installation brought it, so none can take it back.
            db.Add(new ImportedLineRow
            {
                ContentItemId = id,
                Columns = columns,
                Written = Read(line, "Written"),
                CreatedBy = "",
                VersionId = line.FindText("VersionId") is { } version && ContentManagement.Items.ContentIds.IsWellFormed(version) ? version : "",
                ImportedAt = clock.GetUtcNow(),
            });
            added++;
        }
        return added;
    }

    // As this platform writes it; anything else would stop the next import.
    private static string? Read(JsonObject line, string name)
    {
        try
        {
            return line.FindText(name) is { Length: > 0 and <= LineColumns.MostCharacters } text
                && JsonSerializer.Deserialize<Dictionary<string, string?>>(text) is { } said && said.Values.All(value => value is not null)
                ? LineColumns.Read(text).Write()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
