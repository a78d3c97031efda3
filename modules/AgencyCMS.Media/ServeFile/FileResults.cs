using AgencyCMS.Media.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AgencyCMS.Media.ServeFile;

/// <summary>How files leave: from the disk in pieces, as what they are and nothing else, in a box where nothing can run.</summary>
internal static class FileResults
{
    private const string Sandbox = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox";

    // Browsers open no PDF in a sandbox; their own viewer is one.
    private const string Viewer = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

    /// <param name="controller">The endpoint.</param>
    /// <param name="path">Full path of the content.</param>
    /// <param name="hash">Hash of the content, by which browsers ask whether they have it.</param>
    /// <param name="fileName">Offered for saving.</param>
    /// <param name="mediaType">By the content.</param>
    /// <param name="isShown">True for a PDF that the reader wants to see in the browser instead of saving it.</param>
    public static IActionResult SendFile(this ControllerBase controller, string path, string hash, string fileName, string mediaType, bool isShown = false)
    {
        if (!System.IO.File.Exists(path))
        {
            return controller.NotFound();
        }
        var headers = controller.Response.Headers;
        isShown &= mediaType == "application/pdf";
        headers.ContentSecurityPolicy = isShown ? Viewer : Sandbox;
        headers.XContentTypeOptions = "nosniff";
        // Kept by nobody without asking: the item may be withdrawn at any moment.
        headers.CacheControl = "private, no-cache";
        var disposition = new ContentDispositionHeaderValue(isShown || FileKinds.OfSite(fileName)?.IsPicture == true ? "inline" : "attachment");
        disposition.SetHttpFileName(fileName);
        headers.ContentDisposition = disposition.ToString();
        return new PhysicalFileResult(path, mediaType) { EnableRangeProcessing = true, EntityTag = new EntityTagHeaderValue($"\"{hash[..24]}\"") };
    }
}
