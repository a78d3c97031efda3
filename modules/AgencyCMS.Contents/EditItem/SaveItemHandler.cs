using AgencyCMS.Content.Items;
using AgencyCMS.Content.Publishing;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Contents.Editing;
using AgencyCMS.Contents.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Contents.EditItem;

/// <summary>A form of an item that was sent.</summary>
/// <param name="NewType">Type, should the item be new.</param>
/// <param name="ExpectedVersion">Stamp on which the text is based.</param>
internal sealed record SaveItem(string ContentItemId, string? NewType, int ExpectedVersion, EditorForm Form, bool Publishes);

/// <summary>What became of it: <paramref name="Item"/> is the text as it was to be, also after a refusal.</summary>
internal sealed record SaveItemResult(ContentItem? Item, IReadOnlyList<Problem> Problems);

/// <summary>Saves what was typed as a new version, once, and forgets what was kept of it meanwhile.</summary>
internal sealed class SaveItemHandler(
    ContentReader reader, ContentManager manager, EditItemQuery query, ItemForms forms, FormReceipts receipts, Autosaves autosaves, IActorSource actors, TenantDb db)
{
    public async Task<SaveItemResult> HandleAsync(SaveItem command, CancellationToken cancellationToken)
    {
        var actor = await actors.GetAsync();
        var receipt = await FormReceipts.KeyOfAsync(command.Form, actor, cancellationToken);
        if (await receipts.IsUsedAsync(receipt, cancellationToken))
        {
            return new SaveItemResult(null, []);
        }
        var item = await reader.FindLatestAsync(command.ContentItemId, cancellationToken)
            ?? (command.NewType is null ? null : await query.NewItemAsync(command.ContentItemId, command.NewType, cancellationToken));
        if (item is null)
        {
            return new SaveItemResult(null, [command.NewType is null ? ContentProblems.NotFound(command.ContentItemId) : EditorProblems.TypeUnknown(command.NewType)]);
        }
        var problems = await forms.ApplyAsync(item, command.Form, cancellationToken);
        if (Characters.Exceeds(command.Form.Text(ItemFormNames.Comment), ContentLimits.Comment))
        {
            problems = [.. problems, EditorProblems.TooLong(ItemFormNames.Comment, ContentLimits.Comment)];
        }
        if (TextProblems.CheckSeen(ItemFormNames.Comment, command.Form.Text(ItemFormNames.Comment)) is { } unseen)
        {
            problems = [.. problems, unseen];
        }
        if (problems.Count > 0)
        {
            return new SaveItemResult(item, problems);
        }
        await receipts.StageAsync(receipt, command.Form, actor, cancellationToken);
        problems = await SaveAsync(command, item, receipt, cancellationToken);
        if (problems.Count == 0)
        {
            await autosaves.RemoveAsync(command.ContentItemId, actor, CancellationToken.None);
        }
        // The first of two equal forms may have got through between the look above and the save.
        return problems.Count > 0 && await receipts.IsUsedAsync(receipt, CancellationToken.None) ? new SaveItemResult(null, []) : new SaveItemResult(item, problems);
    }

    private async Task<IReadOnlyList<Problem>> SaveAsync(SaveItem command, ContentItem item, string receipt, CancellationToken cancellationToken)
    {
        var comment = command.Form.Text(ItemFormNames.Comment);
        // What is refused must still be shown as it was typed.
        var copy = item.Clone();
        try
        {
            var outcome = command.Publishes
                ? await manager.SaveAndPublishAsync(copy, command.ExpectedVersion, comment, cancellationToken)
                : await manager.SaveDraftAsync(copy, command.ExpectedVersion, comment, cancellationToken);
            if (!outcome.IsRefused)
            {
                // An unchanged text has saved nothing; the receipt still waits.
                await db.SaveChangesAsync(CancellationToken.None);
            }
            return outcome.Problems;
        }
        catch (DbUpdateException)
        {
            // The receipt is part of the save: if it is there now, the twin of this form was faster.
            db.ChangeTracker.Clear();
            if (!await receipts.IsUsedAsync(receipt, CancellationToken.None))
            {
                throw;
            }
            return [];
        }
    }
}
