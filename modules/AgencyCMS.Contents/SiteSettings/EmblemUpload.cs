using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Contents.SiteSettings;

/// <summary>Puts a picture that was uploaded as the site's emblem into the media library.</summary>
internal sealed class EmblemUpload(IFeatureServices<IMediaSink> sinks, TimeProvider clock)
{
    /// <summary>What an emblem may be, for the input.</summary>
    public const string Accepted = ".png,.jpg,.jpeg,.svg";

    public const string Field = "EmblemFile";

    // As the settings have addresses: below the site's root, wherever that lies.
    private const string Library = "~/media/";

    /// <param name="fileName">As the sender called it; its extension says what it claims to be, and the library checks it.</param>
    /// <param name="content">Read from its beginning.</param>
    /// <param name="cancellationToken">Stops before it is staged.</param>
    /// <returns>The address of the emblem as the settings have it, staged with the session's next save.</returns>
    public async Task<Outcome<string>> StageAsync(string fileName, Stream content, CancellationToken cancellationToken)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (!Accepted.Split(',').Contains(extension) || sinks.All.FirstOrDefault() is not { } library)
        {
            return EditorProblems.EmblemNotAPicture(Field);
        }
        // A name of its own for each, since browsers keep what they have seen under a name.
        var path = $"site/emblem-{clock.GetUtcNow():yyyyMMddHHmmss}-{ContentIds.New()[..8]}{extension}";
        var put = await library.PutAsync(path, content, cancellationToken);
        return put.IsRefused ? Outcome.Refused<string>(put.Problems.Select(problem => problem with { Field = Field })) : Library + path;
    }
}
