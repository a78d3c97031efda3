using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Contents.Editing;
using AgencyCMS.Contents.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Contents.EditItem;

/// <summary>A form of an item that was sent.</summary>
/// <param name="NewType">Type, should the item be new.</param>
/// <param name="ExpectedVersion">Stamp on which the text is based.</param>
internal sealed record SaveItem(string ContentItemId, string? NewType, int ExpectedVersion, EditorForm Form, bool Publishes);

/// <summary>What became of it: <paramref name="Item"/> is the text as it was to be, also after a refusal.</summary>
internal sealed record SaveItemResult(ContentItem? Item, IReadOnlyList<Problem> Problems);

/// <summary>Saves what was typed as a new version, once, and forgets what was kept of it meanwhile.</summary>
internal sealed class SaveItemHandler(
    ContentReader reader, ContentManager manager, EditItemQuery query, ItemForms forms, FormReceipts receipts, Autosaves autosaves, IActorSource actors)
{
    public async Task<SaveItemResult> HandleAsync(SaveItem command, CancellationToken cancellationToken)
    {
        var actor = await actors.GetAsync();
        var receipt = await FormReceipts.KeyOfAsync(command.Form, actor, cancellationToken);
        if (await receipts.FindDoneAsync(receipt, command.ContentItemId, cancellationToken) is not null)
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
        var outcome = await receipts.OnceAsync(
            receipt, command.ContentItemId, command.Form.Text(ItemFormNames.Token), actor, () => SaveAsync(command, item.Clone(), cancellationToken), cancellationToken);
        if (!outcome.IsRefused)
        {
            await autosaves.RemoveAsync(command.ContentItemId, actor, CancellationToken.None);
        }
        return new SaveItemResult(item, outcome.Problems);
    }

    // A copy: what is refused must still be shown as it was typed.
    private Task<Outcome<ContentItemRow>> SaveAsync(SaveItem command, ContentItem copy, CancellationToken cancellationToken) => command.Publishes
        ? manager.SaveAndPublishAsync(copy, command.ExpectedVersion, command.Form.Text(ItemFormNames.Comment), cancellationToken)
        : manager.SaveDraftAsync(copy, command.ExpectedVersion, command.Form.Text(ItemFormNames.Comment), cancellationToken);
}
