using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Contents.Editing;
using AgencyCMS.Contents.ShowItem;
using AgencyCMS.Contents.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.PreviewItem;

/// <summary>A version as readers would see it, in the public theme, for staff alone.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PreviewItemEndpoint(
    PreviewLinks links, ContentReader reader, DraftAccess access, Autosaves autosaves, ItemForms forms, HtmlCleaner cleaner, IActorSource actors, ItemPages pages, IStringLocalizer localizer) : Controller
{
    [HttpGet("/preview/{key}", Name = ContentRouteNames.Preview)]
    [RequirePermission(ContentPermissions.ViewDrafts)]
    public async Task<IActionResult> PreviewAsync([FromRoute] string key, CancellationToken cancellationToken)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (links.Read(key) is not { } target || await reader.FindRowAsync(target.ContentItemId, cancellationToken) is not { } row)
        {
            return NotFound();
        }
        var versionId = target.VersionId ?? row.LatestVersionId;
        // Whoever gave them the link, and whenever.
        if (!await access.MayReadVersionAsync(row, versionId, await actors.GetAsync(), cancellationToken))
        {
            return NotFound();
        }
        var item = await reader.FindVersionAsync(row, versionId, cancellationToken);
        if (item is null)
        {
            return NotFound();
        }
        if (target.VersionId is null && await autosaves.FindAsync(row.ContentItemId, await actors.GetAsync(), cancellationToken) is { } unsaved && unsaved.Stamp == row.Stamp)
        {
            await forms.ApplyAsync(item, unsaved.Form, cancellationToken);
            cleaner.Clean(item);
            item.DisplayText = item.Part<ContentManagement.Items.Parts.TitlePart>()?.Title ?? item.DisplayText;
        }
        var view = await pages.BuildAsync(new ShownItem(item, row.PublishedAt, null, IsPreview: true), cancellationToken);
        TempData.AddAlert(AlertKind.Warn, item.Published && target.VersionId is null ? localizer["Preview. Readers see the same."] : localizer["Preview. Readers do not see this version."]);
        return View(view.Name, view.Model);
    }
}
