using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Media.Files;
using AgencyCMS.Media.Storage;
using AgencyCMS.Recipes.Exporting;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Media.Recipes;

/// <summary>Writes the files of the site and of its items as <c>media</c> steps, one file a step, before the content that needs them: in the step, or beside the recipe in its package.</summary>
internal sealed class MediaExport(TenantDb db, MediaFolder folder) : IRecipeExportSource
{
    public int Order => RecipeExportOrder.Media;

    public async IAsyncEnumerable<JsonObject> StepsAsync(RecipeExportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var library = await db.Set<LibraryFileRow>().AsNoTracking().OrderBy(row => row.Path).Select(row => new { row.Path, row.Hash }).ToListAsync(cancellationToken);
        var attached = await db.Set<MediaFileRow>().AsNoTracking().OrderBy(row => row.Id)
            .Select(row => new { Path = $"{MediaLibrary.AttachmentsRoot}/{row.ContentItemId}/{row.Id}/{row.FileName}", row.Hash }).ToListAsync(cancellationToken);
        foreach (var file in library.Concat(attached).Where(file => File.Exists(folder.PathOf(file.Hash))))
        {
            var written = new JsonObject { ["TargetPath"] = file.Path };
            if (options.Files is { } package)
            {
                written["SourcePath"] = package.Add(file.Path, folder.PathOf(file.Hash));
            }
            else
            {
                written["Base64"] = Convert.ToBase64String(await File.ReadAllBytesAsync(folder.PathOf(file.Hash), cancellationToken));
            }
            yield return new JsonObject { ["name"] = "media", ["Files"] = new JsonArray(written) };
        }
    }
}
