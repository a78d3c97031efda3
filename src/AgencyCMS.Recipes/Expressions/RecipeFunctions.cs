using System.IO.Compression;
using System.Net;
using System.Text;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.Recipes.Expressions;

/// <summary>The functions that a recipe's scripts may call; there are no others.</summary>
internal sealed class RecipeFunctions(RecipeEnvironment environment, Func<string, string> variable)
{
    private const int MaxInflatedBytes = 64 * 1024 * 1024;

    internal IEnumerable<(string Name, Delegate Function)> All()
    {
        yield return ("uuid", new Func<string>(RecipeIds.New));
        yield return ("variables", variable);
        yield return ("parameters", new Func<string, string>(Parameter));
        yield return ("configuration", new Func<string, string?, string?>(Configuration));
        yield return ("base64", new Func<string, string>(text => Encoding.UTF8.GetString(Bytes("base64", text))));
        yield return ("html", new Func<string, string>(text => WebUtility.HtmlDecode(text)));
        yield return ("gzip", new Func<string, string>(text => Convert.ToBase64String(Inflate(Bytes("gzip", text)))));
        yield return ("getUrlPrefix", new Func<string?, string>(UrlPrefix));
    }

    private string Parameter(string name) =>
        environment.Parameters.FirstOrDefault(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    private string? Configuration(string key, string? otherwise) => environment.Configuration.GetValueOrDefault(key) ?? otherwise;

    private string UrlPrefix(string? path)
    {
        string[] segments = [environment.UrlPrefix.Trim('/'), (path ?? "").Trim('/', ' ')];
        return "/" + string.Join('/', segments.Where(segment => segment.Length > 0));
    }

    private static byte[] Bytes(string function, string base64)
    {
        var bytes = new byte[(base64.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(base64, bytes, out var length)
            ? bytes[..length]
            : throw new UnresolvedExpressionException(false, RecipeMessages.BadEncoding, function);
    }

    private static byte[] Inflate(byte[] zipped)
    {
        using var source = new GZipStream(new MemoryStream(zipped), CompressionMode.Decompress);
        using var result = new MemoryStream();
        var buffer = new byte[81920];
        try
        {
            for (var read = source.Read(buffer); read > 0; read = source.Read(buffer))
            {
                result.Write(buffer, 0, read);
                if (result.Length > MaxInflatedBytes)
                {
                    throw new UnresolvedExpressionException(false, RecipeMessages.BadEncoding, "gzip");
                }
            }
        }
        catch (InvalidDataException)
        {
            throw new UnresolvedExpressionException(false, RecipeMessages.BadEncoding, "gzip");
        }
        return result.ToArray();
    }
}
