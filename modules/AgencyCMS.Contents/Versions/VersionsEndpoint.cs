using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Editing;
using AgencyCMS.Contents.EditItem;
using AgencyCMS.Contents.PreviewItem;
using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Mvc;

namespace AgencyCMS.Contents.Versions;

/// <summary>The history of an item, and the difference of any two of its versions, as far as they are for the person.</summary>
[RequirePermission(ContentPermissions.ViewDrafts)]
[OpensItem]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class VersionsEndpoint(ContentReader reader, PreviewLinks previews, ShownChanges shown, IPeople people, IActorSource actors) : Controller
{
    [HttpGet("/admin/contents/{contentItemId}/versions", Name = ContentRouteNames.Versions)]
    public async Task<IActionResult> ListAsync([FromRoute] string contentItemId, CancellationToken cancellationToken)
    {
        if (await reader.FindRowAsync(contentItemId, cancellationToken) is not { } row)
        {
            return NotFound();
        }
        var actor = await actors.GetAsync();
        var versions = (await reader.ListVersionsAsync(contentItemId, cancellationToken)).Where(version => DraftAccess.MayRead(row, version, actor)).ToList();
        var canRestore = actor.Can(ContentPermissions.Edit);
        var names = await people.NamesAsync(versions.SelectMany(version => new[] { version.Author, version.PublishedBy ?? "" }), cancellationToken);
        return View("ItemVersions", new ItemVersionsPage(row, [.. versions.Select(version => Line(row, version, names))], canRestore));
    }

    /// <param name="contentItemId">The item.</param>
    /// <param name="from">Number of the older version.</param>
    /// <param name="to">Number of the newer version.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    [HttpGet("/admin/contents/{contentItemId}/compare", Name = ContentRouteNames.Compare)]
    public async Task<IActionResult> CompareAsync([FromRoute] string contentItemId, [FromQuery] int from, [FromQuery] int to, CancellationToken cancellationToken)
    {
        var row = await reader.FindRowAsync(contentItemId, cancellationToken);
        var actor = await actors.GetAsync();
        var versions = await reader.ListVersionsAsync(contentItemId, cancellationToken);
        var (before, after) = (versions.FirstOrDefault(version => version.Number == from), versions.FirstOrDefault(version => version.Number == to));
        if (row is null || before is null || after is null || !DraftAccess.MayRead(row, before, actor) || !DraftAccess.MayRead(row, after, actor))
        {
            return NotFound();
        }
        var changes = await shown.BetweenAsync(ContentItem.FromJson(before.Json), ContentItem.FromJson(after.Json), cancellationToken);
        var names = await people.NamesAsync(new[] { before, after }.SelectMany(version => new[] { version.Author, version.PublishedBy ?? "" }), cancellationToken);
        return View("VersionComparison", new VersionComparisonPage(row, Line(row, before, names), Line(row, after, names), changes));
    }

    private VersionLine Line(ContentItemRow row, ContentVersionRow version, PeopleNames names) => new(
        version.ContentItemVersionId,
        version.Number,
        version.SavedAt,
        names.Of(version.Author),
        version.Comment ?? "",
        version.PublishedAt,
        version.PublishedBy is null ? "" : names.Of(version.PublishedBy),
        row.PublishedVersionId == version.ContentItemVersionId,
        row.LatestVersionId == version.ContentItemVersionId,
        row.ScheduledVersionId == version.ContentItemVersionId,
        previews.Of(row.ContentItemId, version.ContentItemVersionId));
}
