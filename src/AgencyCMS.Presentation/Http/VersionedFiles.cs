using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Presentation.Http;

/// <summary>How long browsers keep styles and scripts.</summary>
public static class VersionedFiles
{
    /// <summary>A year when the address names the version that the file has; otherwise they ask each time whether it is still the same.</summary>
    public static void Prepare(StaticFileResponseContext file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var request = file.Context.Request;
        var isVersioned = request.QueryString.HasValue && file.Context.RequestServices.GetRequiredService<IFileVersionProvider>()
            .AddFileVersionToPath("", request.Path.Value!) == request.Path.Value + request.QueryString.Value; // a file has a path
        file.Context.Response.Headers.CacheControl = isVersioned ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
