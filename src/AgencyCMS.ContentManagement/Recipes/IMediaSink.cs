using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.ContentManagement.Recipes;

/// <summary>Takes the files that recipes bring. The media module contributes one; without it the files are kept for export.</summary>
public interface IMediaSink
{
    /// <summary>Stores or replaces a file, inside the recipe's transaction.</summary>
    /// <param name="path">Path in the media library, with forward slashes.</param>
    /// <param name="content">Read from its beginning; the caller disposes of it.</param>
    /// <returns>False when the same bytes are there already; refused when such a file is not allowed.</returns>
    Task<Outcome<bool>> PutAsync(string path, Stream content, CancellationToken cancellationToken);
}
