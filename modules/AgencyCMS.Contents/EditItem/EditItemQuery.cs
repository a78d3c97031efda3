using System.Globalization;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Contents.Editing;
using AgencyCMS.Contents.PreviewItem;
using AgencyCMS.Contents.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.EditItem;

/// <summary>Builds the page on which staff work on one item.</summary>
internal sealed class EditItemQuery(
    ContentReader reader, DefinitionStore definitions, ItemForms forms, Autosaves autosaves, IActorSource actors, TenantContext tenants, PreviewLinks previews, ItemAddresses addresses,
    ShownChanges changes, IPeople people, ContentSchedule schedule, TimeProvider clock)
{
    /// <param name="contentItemId">Of an item, or of one that is to be.</param>
    /// <param name="newType">Type of a new item; null when the item must be there.</param>
    /// <param name="takesUp">True to show what this person typed last time and did not save.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Null when there is no such item or type.</returns>
    public async Task<EditItemPage?> OpenAsync(string contentItemId, string? newType, bool takesUp, CancellationToken cancellationToken)
    {
        var row = await reader.FindRowAsync(contentItemId, cancellationToken);
        var item = row is null ? null : await reader.FindVersionAsync(row, row.LatestVersionId, cancellationToken);
        item ??= newType is null ? null : await NewItemAsync(contentItemId, newType, cancellationToken);
        if (item is null)
        {
            return null;
        }
        var unsaved = await autosaves.FindAsync(contentItemId, await actors.GetAsync(), cancellationToken);
        if (!takesUp || unsaved is null)
        {
            return await BuildAsync(item, row, null, cancellationToken) with { UnsavedAt = unsaved?.SavedAt };
        }
        // Parts with a view of their own show the item, so it must be as typed; what cannot be read is shown over it.
        await forms.ApplyAsync(item, unsaved.Form, cancellationToken);
        return await BuildAsync(item, row, unsaved.Form, cancellationToken) with { ExpectedVersion = unsaved.Stamp };
    }

    /// <summary>The page after a refusal.</summary>
    /// <param name="item">The item as it was to be.</param>
    /// <param name="typed">What was typed; null when the form was not of the text.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<EditItemPage> ShowAgainAsync(ContentItem item, EditorForm? typed, CancellationToken cancellationToken) =>
        await BuildAsync(item, await reader.FindRowAsync(item.ContentItemId, cancellationToken), typed, cancellationToken);

    /// <returns>The item's stamp now; null when it has never been saved.</returns>
    public async Task<int?> FindStampAsync(string contentItemId, CancellationToken cancellationToken) =>
        (await reader.FindRowAsync(contentItemId, cancellationToken))?.Stamp;

    /// <returns>When the item is to be withdrawn; null for never.</returns>
    public async Task<DateTimeOffset?> FindWithdrawalAsync(string contentItemId, CancellationToken cancellationToken) =>
        (await reader.FindRowAsync(contentItemId, cancellationToken))?.WithdrawAt;

    /// <summary>Where readers find an item, for a message; null when they do not.</summary>
    public async Task<PageLink?> PublicLinkAsync(string contentItemId, IStringLocalizer localizer, CancellationToken cancellationToken) =>
        await reader.FindRowAsync(contentItemId, cancellationToken) is { PublishedVersionId: not null } row && await PublicHrefAsync(row, cancellationToken) is { } href
            ? new PageLink(localizer["Open the public page"], href)
            : null;

    /// <summary>Where staff look at a saved draft, for a message.</summary>
    public PageLink PreviewLink(string contentItemId, IStringLocalizer localizer) => new(localizer["Preview"], previews.Of(contentItemId, versionId: null));

    /// <summary>A new item of a type.</summary>
    /// <returns>Null when the id is none or there is no such type.</returns>
    public async Task<ContentItem?> NewItemAsync(string contentItemId, string type, CancellationToken cancellationToken)
    {
        if (!ContentIds.IsWellFormed(contentItemId) || (await definitions.GetAsync(cancellationToken)).FindType(type) is null)
        {
            return null;
        }
        var item = ContentItem.New(type);
        item.ContentItemId = contentItemId;
        return item;
    }

    /// <summary>The page with both texts, after somebody else has saved.</summary>
    /// <param name="own">The item with what was typed.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<EditItemPage> ShowConflictAsync(ContentItem own, EditorForm typed, CancellationToken cancellationToken)
    {
        var row = await reader.FindRowAsync(own.ContentItemId, cancellationToken) ?? throw new InvalidOperationException("An item in conflict is stored.");
        var theirs = await reader.FindVersionAsync(row, row.LatestVersionId, cancellationToken) ?? throw new InvalidOperationException("A stored item has its newest version.");
        var page = await BuildAsync(own, row, typed, cancellationToken);
        return page with
        {
            Conflict = new ItemConflict(page.ModifiedBy, row.ModifiedAt, await forms.ShowAsync(theirs, null, cancellationToken), await changes.BetweenAsync(theirs, own, cancellationToken)),
        };
    }

    private async Task<EditItemPage> BuildAsync(ContentItem item, ContentItemRow? row, EditorForm? typed, CancellationToken cancellationToken)
    {
        var actor = await actors.GetAsync();
        var type = (await definitions.GetAsync(cancellationToken)).FindType(item.ContentType);
        return new EditItemPage
        {
            ContentItemId = item.ContentItemId,
            ContentType = item.ContentType,
            TypeName = type is { DisplayName.Length: > 0 } ? type.DisplayName : item.ContentType,
            Row = row,
            Form = await forms.ShowAsync(item, typed, cancellationToken),
            Writer = actor.AccountId?.ToString(CultureInfo.InvariantCulture) ?? "",
            Rights = new EditItemRights(actor.Can(ContentPermissions.Edit), actor.Can(ContentPermissions.Publish), actor.Can(ContentPermissions.Withdraw)),
            ExpectedVersion = row?.Stamp ?? 0,
            Token = ContentIds.New(),
            Comment = typed?.Text(ItemFormNames.Comment) ?? "",
            ModifiedBy = row is null ? "" : (await people.NamesAsync([row.ModifiedBy], cancellationToken)).Of(row.ModifiedBy),
            PreviewHref = row is null ? null : previews.Of(item.ContentItemId, versionId: null),
            PublicHref = row?.PublishedVersionId is null ? null : await PublicHrefAsync(row, cancellationToken),
            Scheduled = row is null ? null : await ScheduledAsync(row, cancellationToken),
            IsOverdue = IsOverdue(row),
            Obstacles = IsOverdue(row) ? await schedule.FindObstaclesAsync(row!, cancellationToken) : [], // only a saved item can be overdue
            PublishAt = row?.PublishAt is { } publishAt ? tenants.Tenant.ToInput(publishAt) : "",
            WithdrawAt = row?.WithdrawAt is { } withdrawAt ? tenants.Tenant.ToInput(withdrawAt) : "",
        };
    }

    private bool IsOverdue(ContentItemRow? row) => row?.PublishAt + ContentLimits.SchedulePatience < clock.GetUtcNow();

    private async Task<ScheduledVersion?> ScheduledAsync(ContentItemRow row, CancellationToken cancellationToken) =>
        row.ScheduledVersionId is { } versionId && await reader.FindNumberAsync(versionId, cancellationToken) is { } number
            ? new ScheduledVersion(versionId, number, row.ScheduledBy ?? "", previews.Of(row.ContentItemId, versionId))
            : null;

    private async Task<string?> PublicHrefAsync(ContentItemRow row, CancellationToken cancellationToken) =>
        await reader.FindVersionAsync(row, row.PublishedVersionId!, cancellationToken) is { } published ? addresses.Of(published) : null; // the caller saw that it is public
}
