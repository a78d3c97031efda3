using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Presentation.Http;

/// <summary>
/// Finishes public pages inside the cache: compressed once for all who take the encoding, with a tag by which browsers ask whether they still have the same.
/// Browsers may keep a page but must ask each time, since an item can be withdrawn at any moment.
/// </summary>
public sealed class PublicPageMiddleware(RequestDelegate next)
{
    // Below this the packet is the same.
    private const int MinCompressedBytes = 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is null)
        {
            await next(context);
            return;
        }
        var response = context.Response;
        var wire = response.Body;
        using var page = new MemoryStream();
        response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = wire;
        }
        if (response.HasStarted)
        {
            return;
        }
        await FinishAsync(context, page);
    }

    private static async Task FinishAsync(HttpContext context, MemoryStream page)
    {
        var headers = context.Response.Headers;
        var bytes = new ReadOnlyMemory<byte>(page.GetBuffer(), 0, (int)page.Length);
        headers.Vary = "Accept-Encoding, Cookie";
        if (context.Response.StatusCode != StatusCodes.Status200OK)
        {
            headers.CacheControl = "no-store";
        }
        else if (!PublicPages.IsForEverybody(context.Request))
        {
            headers.CacheControl = "private, no-store";
        }
        else
        {
            headers.CacheControl = "no-cache";
        }
        bytes = Encode(context, bytes);
        if (headers.CacheControl == "no-cache")
        {
            headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span).AsSpan(0, 12))}\"";
        }
        if (bytes.IsEmpty)
        {
            // Nothing is sent yet: whoever makes error pages may still fill it in.
            return;
        }
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private static ReadOnlyMemory<byte> Encode(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        var encoding = PublicPages.EncodingOf(context.Request);
        if (encoding.Length == 0 || bytes.Length < MinCompressedBytes || context.Response.Headers.ContentEncoding.Count > 0)
        {
            return bytes;
        }
        using var target = new MemoryStream(bytes.Length / 2);
        using (Stream compressor = encoding == PublicPages.Brotli ? new BrotliStream(target, CompressionLevel.Optimal, leaveOpen: true) : new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            compressor.Write(bytes.Span);
        }
        context.Response.Headers.ContentEncoding = encoding;
        return new ReadOnlyMemory<byte>(target.GetBuffer(), 0, (int)target.Length);
    }
}
