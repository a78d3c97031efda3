using System.Globalization;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Contents.Editing;
using AgencyCMS.Contents.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.EditItem;

[OpensItem]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EditItemEndpoint(EditItemQuery query, SaveItemHandler handler, Autosaves autosaves, IActorSource actors, IStringLocalizer localizer, TenantContext tenants, TimeProvider clock)
    : Controller
{
    [HttpGet("/admin/contents/new/{contentType}", Name = ContentRouteNames.New)]
    [RequirePermission(ContentPermissions.Edit)]
    public async Task<IActionResult> NewAsync([FromRoute] string contentType, CancellationToken cancellationToken) =>
        await query.OpenAsync(ContentIds.New(), contentType, takesUp: false, cancellationToken) is { } page ? View("EditItem", page) : NotFound();

    /// <param name="contentItemId">The item.</param>
    /// <param name="type">Type of an item that was begun and never saved; its text is taken up.</param>
    /// <param name="unsaved">True to take up what was typed last time.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    [HttpGet("/admin/contents/{contentItemId}", Name = ContentRouteNames.Edit)]
    [RequirePermission(ContentPermissions.ViewDrafts)]
    public async Task<IActionResult> EditAsync([FromRoute] string contentItemId, [FromQuery] string? type, [FromQuery] bool unsaved, CancellationToken cancellationToken)
    {
        var page = await query.OpenAsync(contentItemId, type, unsaved, cancellationToken);
        return page is null ? NotFound() : View("EditItem", page);
    }

    [HttpPost("/admin/contents/{contentItemId}")]
    [RequirePermission(ContentPermissions.Edit)]
    [RequestSizeLimit(EditorLimits.MaxFormBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = EditorLimits.MaxFormBytes, ValueLengthLimit = EditorLimits.MaxTextCharacters)]
    public async Task<IActionResult> SaveAsync([FromRoute] string contentItemId, CancellationToken cancellationToken)
    {
        var form = FormReader.Read(await Request.ReadFormAsync(cancellationToken));
        var publishes = form.Text(ItemFormNames.Do) == ItemFormNames.Publish;
        if (publishes && !(await actors.GetAsync()).Can(ContentPermissions.Publish))
        {
            return Forbid();
        }
        var expected = int.TryParse(form.Text(ItemFormNames.ExpectedVersion), out var stamp) ? stamp : 0;
        var newType = form.Text(ItemFormNames.ContentType);
        var result = await handler.HandleAsync(new SaveItem(contentItemId, newType, expected, form, publishes), cancellationToken);
        if (result.Problems.Count == 0)
        {
            var link = publishes ? await query.PublicLinkAsync(contentItemId, localizer, cancellationToken) : query.PreviewLink(contentItemId, localizer);
            TempData.AddAlert(AlertKind.Good, publishes ? localizer["Saved and published."] : localizer["Saved as a draft."], link);
            if (form.Values.Values.Sum(texts => texts.Sum(HtmlCleaner.CountLostPictures)) is > 0 and var lost)
            {
                TempData.AddAlert(AlertKind.Warn, localizer["Pictures in the text that could not be kept: {0}. Add them to the item as attachments.", lost]);
            }
            if (form.Values.Values.Sum(texts => texts.Sum(HtmlCleaner.CountHiddenPassages)) is > 0 and var hidden)
            {
                TempData.AddAlert(AlertKind.Warn, localizer["Passages that were hidden in the pasted text and were left out: {0}.", hidden]);
            }
            return RedirectToRoute(ContentRouteNames.Edit, new { contentItemId });
        }
        if (result.Item is null)
        {
            return NotFound();
        }
        return await ShowAgainAsync(result.Item, result.Problems, form, expected, cancellationToken);
    }

    /// <summary>Keeps what was typed while typing goes on; not a save.</summary>
    [HttpPost("/admin/contents/{contentItemId}/autosave", Name = ContentRouteNames.Autosave)]
    [RequirePermission(ContentPermissions.Edit)]
    [RequestSizeLimit(EditorLimits.MaxAutosaveBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = EditorLimits.MaxAutosaveBytes, ValueLengthLimit = EditorLimits.MaxTextCharacters)]
    public async Task<IActionResult> AutosaveAsync([FromRoute] string contentItemId, CancellationToken cancellationToken)
    {
        var form = FormReader.Read(await Request.ReadFormAsync(cancellationToken)) with { Files = [] };
        var expected = int.TryParse(form.Text(ItemFormNames.ExpectedVersion), out var stamp) ? stamp : 0;
        var now = await query.FindStampAsync(contentItemId, cancellationToken);
        if (now is null && !ContentIds.IsWellFormed(contentItemId))
        {
            return NotFound();
        }
        if (now is not null && now != expected)
        {
            return Conflict();
        }
        await autosaves.KeepAsync(contentItemId, expected, form, await actors.GetAsync(), cancellationToken);
        return Json(new { savedAt = tenants.Tenant.ToLocal(clock.GetUtcNow()).ToString("HH:mm", CultureInfo.InvariantCulture), fields = new { } });
    }

    /// <summary>Whether a form of the page with this token was saved: what a browser kept of it is then no loss.</summary>
    [HttpGet("/admin/contents/{contentItemId}/arrived", Name = ContentRouteNames.Arrived)]
    [RequirePermission(ContentPermissions.Edit)]
    public async Task<IActionResult> ArrivedAsync([FromQuery] string? token, CancellationToken cancellationToken) =>
        Json(new { arrived = await autosaves.HasArrivedAsync(token, await actors.GetAsync(), cancellationToken) });

    [HttpPost("/admin/contents/{contentItemId}/autosave/discard", Name = ContentRouteNames.DiscardAutosave)]
    [RequirePermission(ContentPermissions.Edit)]
    public async Task<IActionResult> DiscardAutosaveAsync([FromRoute] string contentItemId, CancellationToken cancellationToken)
    {
        await autosaves.RemoveAsync(contentItemId, await actors.GetAsync(), cancellationToken);
        TempData.AddAlert(AlertKind.Info, localizer["What had not been saved is discarded."]);
        return await query.FindStampAsync(contentItemId, cancellationToken) is null
            ? RedirectToRoute(ContentRouteNames.List)
            : RedirectToRoute(ContentRouteNames.Edit, new { contentItemId });
    }

    private async Task<IActionResult> ShowAgainAsync(
        ContentItem item, IReadOnlyList<Problem> problems, EditorForm form, int expected, CancellationToken cancellationToken)
    {
        var isConflict = problems.Any(problem => problem.Kind is ProblemKind.Conflict);
        var page = isConflict
            ? await query.ShowConflictAsync(item, form, cancellationToken)
            : await query.ShowAgainAsync(item, form, cancellationToken) with { ExpectedVersion = expected };
        return this.Again("EditItem", page, [.. problems.Select(problem => problem with { Field = InputOf(problem.Field, form) })], localizer);
    }

    /// <summary>The input that a refusal is about: rules name the field alone, as <c>Title</c>; inputs carry their part's name, too.</summary>
    private static string? InputOf(string? field, EditorForm form) => field is null || form.Has(field)
        ? field
        : form.Values.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => name.EndsWith("." + field, StringComparison.Ordinal)) ?? field;
}
