using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Recipes.Kept;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.ContentManagement.Recipes.Steps;

/// <summary>
/// Stores files that came inside the recipe or beside it. A missing companion is reported and ends nothing: public
/// recipes often come without them. Nothing is ever fetched from other sites.
/// </summary>
internal sealed class MediaStep(IFeatureServices<IMediaSink> sinks, KeptDocuments documents) : IRecipeStep
{
    public IReadOnlyCollection<string> Names { get; } = ["media"];

    // Files of the library are public at once.
    public string? Permission => ContentRights.Publish;

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        foreach (var file in step.FindObjects("Files"))
        {
            if ((file.FindText("TargetPath") ?? file.FindText("Path")) is { Length: > 0 } path)
            {
                await StoreAsync(context, file, path, cancellationToken);
            }
            else
            {
                context.Skipped(null, RecipeMessages.MissingValue, "TargetPath");
            }
        }
    }

    private async Task StoreAsync(RecipeStepContext context, JsonObject file, string path, CancellationToken cancellationToken)
    {
        await using var content = Open(context, file, path);
        if (content is null)
        {
            return;
        }
        if (sinks.All.FirstOrDefault() is not { } sink)
        {
            await KeepAsync(context, path, content, cancellationToken);
            return;
        }
        var stored = await sink.PutAsync(path, content, cancellationToken);
        foreach (var problem in stored.Problems)
        {
            context.Fail(path, new(problem.Code, problem.Message), [.. problem.Arguments]);
        }
        if (stored.TryGet(out var isNew))
        {
            context.Report(path, default, isNew ? AgencyCMS.Recipes.Reporting.RecipeResult.Applied : AgencyCMS.Recipes.Reporting.RecipeResult.Unchanged,
                isNew ? ContentRecipeMessages.MediaStored : ContentRecipeMessages.MediaSame, path);
        }
    }

    private static Stream? Open(RecipeStepContext context, JsonObject file, string path)
    {
        if (file.FindText("Base64") is { Length: > 0 } base64)
        {
            var bytes = new byte[base64.Length];
            if (Convert.TryFromBase64String(base64, bytes, out var length))
            {
                return new MemoryStream(bytes, 0, length);
            }
            context.Skipped(path, ContentRecipeMessages.MediaBroken, path);
            return null;
        }
        if (file.FindText("SourcePath") is { Length: > 0 } source)
        {
            return OpenCompanion(context, path, source);
        }
        context.Skipped(path, ContentRecipeMessages.MediaNotFetched, path, file.FindText("SourceUrl") ?? "");
        return null;
    }

    private static Stream? OpenCompanion(RecipeStepContext context, string path, string source)
    {
        try
        {
            if (context.Files.OpenRead(source) is { } stream)
            {
                return stream;
            }
            context.Skipped(path, ContentRecipeMessages.MediaMissing, path, source);
        }
        catch (InvalidDataException)
        {
            context.Fail(path, ContentRecipeMessages.MediaBroken, path);
        }
        return null;
    }

    private async Task KeepAsync(RecipeStepContext context, string path, Stream content, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        if (await documents.PutAsync(KeptCollections.Media, path, Convert.ToBase64String(bytes.ToArray()), cancellationToken))
        {
            context.Kept(path, ContentRecipeMessages.MediaKept, path);
        }
        else
        {
            context.Unchanged(path, ContentRecipeMessages.MediaSame, path);
        }
    }
}
