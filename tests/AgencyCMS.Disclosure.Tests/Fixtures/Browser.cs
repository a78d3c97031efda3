using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AgencyCMS.Disclosure.Tests.Fixtures;

/// <summary>Reads pages and sends their forms as a person does: everything the form shows goes with it, changed where the person types.</summary>
public sealed class Browser(HttpClient client) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    public HttpClient Client => client;

    /// <summary>Opens an address under the tenant; a leading slash begins at the host.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));

    public async Task<HttpStatusCode> StatusAsync(string path) => (await GetAsync(path)).StatusCode;

    public async Task<string> TextAsync(string path) => await (await GetAsync(path)).Content.ReadAsStringAsync();

    public async Task<IDocument> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {answer.Headers.Location}");
        return await ParseAsync(answer);
    }

    public static async Task<IDocument> ParseAsync(HttpResponseMessage answer) => Parser.ParseDocument(await answer.Content.ReadAsStringAsync());

    public async Task<HttpResponseMessage> SubmitAsync(string page, params (string Name, string Value)[] typed) => await SubmitAsync(await ReadAsync(page), null, typed);

    /// <summary>Sends a form of the page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="action">End of the address the form sends to; null for the first form that has all the inputs.</param>
    /// <param name="typed">What the person types, ticks or presses; an empty value clears.</param>
    public Task<HttpResponseMessage> SubmitAsync(IDocument page, string? action, params (string Name, string Value)[] typed) => SubmitAsync(page, action, [], typed);

    /// <summary>Sends a form of the page with files.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(IDocument page, string? action, (string Name, string FileName, byte[] Content)[] files, params (string Name, string Value)[] typed)
    {
        var (target, values) = Read(page, action, typed);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value), name);
        }
        foreach (var (name, fileName, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(part, name, fileName);
        }
        return await client.PostAsync(new Uri(target, UriKind.RelativeOrAbsolute), content);
    }

    public void Dispose() => client.Dispose();

    private static (string Target, List<(string Name, string Value)> Values) Read(IDocument page, string? action, (string Name, string Value)[] typed)
    {
        var form = page.QuerySelectorAll("form[method=post]").FirstOrDefault(form => action is null
                ? typed.All(field => form.QuerySelector($"[name='{field.Name}']") is not null)
                : Actions(form).Any(address => address.EndsWith(action, StringComparison.Ordinal)))
            ?? throw new InvalidOperationException($"No form sends to {action} with {string.Join(", ", typed.Select(field => field.Name))}:\n{page.Body?.TextContent}");
        var target = action is null ? form.GetAttribute("action") ?? "" : Actions(form).First(address => address.EndsWith(action, StringComparison.Ordinal));
        var names = typed.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var shown = form.QuerySelectorAll("input, textarea, select").Where(IsSent).Select(input => (Name: input.GetAttribute("name")!, Value: ValueOf(input)))
            .Where(field => !names.Contains(field.Name));
        return (target, [.. shown, .. typed.Where(field => field.Value.Length > 0)]);
    }

    private static IEnumerable<string> Actions(IElement form) =>
        form.QuerySelectorAll("button[formaction]").Select(button => button.GetAttribute("formaction")!).Prepend(form.GetAttribute("action") ?? "");

    private static string ValueOf(IElement input) => input switch
    {
        AngleSharp.Html.Dom.IHtmlTextAreaElement area => area.Value,
        AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value ?? "",
        _ => input.GetAttribute("value") ?? "",
    };

    private static bool IsSent(IElement input) => input.GetAttribute("name") is not null && !input.HasAttribute("disabled")
        && input.GetAttribute("type") is not "file" && (input.GetAttribute("type") is not ("checkbox" or "radio") || input.HasAttribute("checked"));
}
