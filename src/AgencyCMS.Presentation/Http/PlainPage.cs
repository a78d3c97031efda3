using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Presentation.Http;

/// <summary>
/// A page that stands alone: no theme, no module, no tenant's services, so that it can be shown when those are not there. Its style is in the page,
/// and the page's security policy allows exactly that style.
/// </summary>
/// <param name="Culture">Language of the texts.</param>
/// <param name="Site">Whose page it is; empty for the platform's own.</param>
/// <param name="Heading">Title and heading, in the language of the page.</param>
/// <param name="Body">What follows the heading.</param>
public sealed record PlainPage(CultureInfo Culture, string Site, string Heading, IHtmlContent Body)
{
    private const string Style = """
        :root{color-scheme:light dark}
        body{margin:0;font:1.0625rem/1.7 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;background:#f4f6f9;color:#1a2230}
        main{max-inline-size:40rem;margin:12vh auto;padding:2rem;background:#fff;border-block-start:.25rem solid #1a5490}
        h1{font-size:1.5rem;line-height:1.35;margin-block:0 1rem} .site{color:#4a5568;margin-block:0 .5rem} a{color:#1a5490}
        label{display:block;font-weight:600;margin-block:1rem .25rem} input{font:inherit;inline-size:100%;box-sizing:border-box;padding:.5rem;border:1px solid #64748b}
        button{font:inherit;margin-block-start:1.5rem;padding:.5rem 1.5rem;border:0;background:#1a5490;color:#fff}
        .hint{margin:0;color:#4a5568;font-size:.9375rem} .error{color:#a61b1b;margin:0} [aria-invalid]{border-color:#a61b1b}
        @media (prefers-color-scheme:dark){body{background:#10151f;color:#e6e9ef}main{background:#1a2230}.site,.hint{color:#aab4c4}a{color:#8fc0f4}.error{color:#ff9d9d}}
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Writes the whole response. It is never kept by a cache.</summary>
    public async Task WriteAsync(HttpContext context, int statusCode)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.Response;
        response.StatusCode = statusCode;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }
        await response.WriteAsync(ToHtml(), context.RequestAborted);
    }

    /// <summary>Text as markup.</summary>
    public static string Encode(string text) => Encoder.Encode(text);

    private string ToHtml()
    {
        using var body = new StringWriter(CultureInfo.InvariantCulture);
        Body.WriteTo(body, Encoder);
        var site = Site.Length > 0 ? $"<p class=\"site\">{Encode(Site)}</p>" : "";
        return $"""
            <!DOCTYPE html>
            <html lang="{Culture.Name}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
            <title>{Encode(Site.Length > 0 ? $"{Heading} - {Site}" : Heading)}</title><style>{Style}</style></head>
            <body><main>{site}<h1>{Encode(Heading)}</h1>{body}</main></body>
            </html>
            """;
    }
}
