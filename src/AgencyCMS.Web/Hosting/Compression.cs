using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace AgencyCMS.Web.Hosting;

/// <summary>Compresses what is made for one reader, and styles and scripts.</summary>
internal static class Compression
{
    private static readonly string[] FurtherTypes = ["image/svg+xml", "application/atom+xml", "application/problem+json"];

    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            // The secret of a page, the token of its forms, is written anew with every page; so its length tells nothing to whoever listens.
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = ResponseCompressionDefaults.MimeTypes.Concat(FurtherTypes);
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }
}
