using System.Text.Json.Nodes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Recipes;
using AgencyCMS.Modularity.Recipes.Reporting;
using AgencyCMS.Modularity.Recipes.Running;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Recipes;

/// <summary>Step <c>IndexNumbers</c>: the numbers that were given where the recipe comes from, and how far was counted, so that none is given again here.</summary>
internal sealed class IndexNumbersStep(TenantDb db) : IRecipeStep
{
    internal const string Name = "IndexNumbers";
    private static readonly RecipeMessage Stored = new("disclosure.numbers-stored", "{0} index numbers are kept for their items.");
    private static readonly RecipeMessage Same = new("disclosure.numbers-same", "All index numbers are kept already.");
    private static readonly RecipeMessage Taken = new("disclosure.number-taken", "The index number {0} belongs to another item here.");

    public IReadOnlyCollection<string> Names { get; } = [Name];

    public string? Permission => "contents.publish";

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        var added = 0;
        foreach (var portion in step.FindObjects("Numbers").Chunk(500))
        {
            added += await TakeAsync(context, portion, cancellationToken);
        }
        foreach (var counter in step.FindObjects("Counters"))
        {
            await CountAsync(counter.FindText("Period") ?? "", counter.FindNumber("Last") ?? 0, cancellationToken);
        }
        if (added > 0)
        {
            context.Applied(null, Stored, added);
        }
        else
        {
            context.Unchanged(null, Same);
        }
    }

    private async Task<int> TakeAsync(RecipeStepContext context, IReadOnlyCollection<JsonObject> entries, CancellationToken cancellationToken)
    {
        var claims = entries.Select(entry => entry.FindText("Number")).OfType<string>().Select(IndexNumberRow.Normalise).ToList();
        var known = (await db.Set<IndexNumberRow>().AsNoTracking().Where(row => claims.Contains(row.Claim)).ToListAsync(cancellationToken))
            .GroupBy(row => row.Claim, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().ContentItemId, StringComparer.Ordinal);
        var added = 0;
        foreach (var entry in entries)
        {
            if (entry.FindText("Number") is not { Length: > 0 } number || entry.FindText("ContentItemId") is not { Length: > 0 } id)
            {
                continue;
            }
            var row = IndexNumberRow.Of(number, id);
            if (known.TryAdd(row.Claim, id))
            {
                db.Add(row);
                added++;
            }
            else if (known[row.Claim] != id)
            {
                context.Skipped(id, Taken, number);
            }
        }
        return added;
    }

    private async Task CountAsync(string period, int last, CancellationToken cancellationToken)
    {
        if (await db.Set<IndexCounterRow>().FindAsync([db.CurrentTenantId, period], cancellationToken) is { } counter)
        {
            counter.Last = Math.Max(counter.Last, last);
        }
        else
        {
            db.Add(new IndexCounterRow { Period = period, Last = last });
        }
    }
}
