using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Recipes.Running;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Recipes;

/// <summary>Step <c>IndexNumbers</c>: the numbers that were given where the recipe comes from, and how far was counted, so that none is given again here.</summary>
internal sealed class IndexNumbersStep(TenantDb db) : IRecipeStep
{
    internal const string Name = "IndexNumbers";
    private static readonly RecipeMessage Stored = new("disclosure.numbers-stored", "{0} index numbers are kept for their items.");
    private static readonly RecipeMessage Same = new("disclosure.numbers-same", "All index numbers are kept already.");
    private static readonly RecipeMessage Raised = new("disclosure.counter-raised", "Index numbers of “{0}” go on after {1}; so far they went on after {2}.");
    private static readonly RecipeMessage NoCount = new("disclosure.counter-not-valid", "“{0}” cannot be how far the index numbers of “{1}” have been counted: a whole number from 0 to {2}.");
    private static readonly RecipeMessage Taken = new("disclosure.number-taken", "The index number {0} belongs to another item here.");

    public IReadOnlyCollection<string> Names { get; } = [Name];

    public string? Permission => ContentRights.Publish;

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        var added = 0;
        var raised = false;
        foreach (var portion in step.FindObjects("Numbers").Chunk(500))
        {
            added += await TakeAsync(context, portion, cancellationToken);
        }
        foreach (var counter in step.FindObjects("Counters"))
        {
            raised |= await CountAsync(context, counter, cancellationToken);
        }
        if (added > 0)
        {
            context.Applied(null, Stored, added);
        }
        else if (!raised)
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

    /// <returns>True when there is something to say of the counter.</returns>
    private async Task<bool> CountAsync(RecipeStepContext context, JsonObject entry, CancellationToken cancellationToken)
    {
        var period = entry.FindText("Period") ?? "";
        // A few wrong digits here would show in every number that is given from now on.
        if (entry.FindNumber("Last") is not (>= 0 and <= IndexCounterRow.Most and var last) || period.Length > IndexCounterRow.PeriodLength || !period.All(char.IsAsciiDigit))
        {
            context.Fail(null, NoCount, Characters.Shorten(entry["Last"]?.ToJsonString() ?? "", 20), Characters.Shorten(period, 20), IndexCounterRow.Most);
            return true;
        }
        var counter = await db.Set<IndexCounterRow>().FindAsync([db.CurrentTenantId, period], cancellationToken);
        var before = counter?.Last ?? 0;
        if (last <= before)
        {
            return false;
        }
        if (counter is null)
        {
            db.Add(counter = new IndexCounterRow { Period = period });
        }
        counter.Last = last;
        context.Applied(null, Raised, period, last, before);
        return true;
    }
}
