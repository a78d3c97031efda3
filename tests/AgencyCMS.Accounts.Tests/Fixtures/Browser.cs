using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AgencyCMS.Accounts.Tests.Fixtures;

/// <summary>Reads pages and sends their forms as a person does: a form goes with its hidden fields, its antiforgery token and the cookies.</summary>
public sealed class Browser(HttpClient client) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    public Uri Root => client.BaseAddress!;

    /// <summary>Opens an address under the tenant; a leading slash begins at the host.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));

    public async Task<IDocument> ReadAsync(string path) => await ParseAsync(await GetAsync(path));

    public static async Task<IDocument> ParseAsync(HttpResponseMessage answer) => Parser.ParseDocument(await answer.Content.ReadAsStringAsync());

    public Task<HttpResponseMessage> SignInAsync(string userName, string password, string? returnUrl = null) => SubmitAsync(
        "account/sign-in" + (returnUrl is null ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl)), ("UserName", userName), ("Password", password));

    /// <summary>Sends the first form of the page that holds all the named fields.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, params (string Name, string Value)[] fields) =>
        await SubmitAsync(await ReadAsync(page), null, fields);

    /// <summary>Sends a form of the page by one of its buttons.</summary>
    /// <param name="page">The page.</param>
    /// <param name="action">End of the address the form or the button sends to; null for the first form that holds the fields.</param>
    /// <param name="fields">What the person types or ticks; everything else goes as the page has it.</param>
    public async Task<HttpResponseMessage> SubmitAsync(IDocument page, string? action, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelectorAll("form[method=post]").FirstOrDefault(form => action is null
                ? fields.All(field => form.QuerySelector($"[name='{field.Name}']") is not null)
                : Actions(form).Any(address => address.EndsWith(action, StringComparison.Ordinal)))
            ?? throw new InvalidOperationException($"No form of the page sends to {action} with {string.Join(", ", fields.Select(field => field.Name))}:\n{page.Body?.TextContent}");
        var target = action is null ? form.GetAttribute("action") ?? "" : Actions(form).First(address => address.EndsWith(action, StringComparison.Ordinal));
        var named = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var hidden = form.QuerySelectorAll("input").Where(IsSent).Select(input => (Name: input.GetAttribute("name")!, Value: input.GetAttribute("value") ?? ""));
        return await PostAsync(target, [.. hidden.Where(field => !named.Contains(field.Name)), .. fields.Where(field => field.Value.Length > 0)]);
    }

    /// <summary>Sends fields without looking at any page.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), content);
    }

    public async Task<HttpStatusCode> StatusAsync(string path) => (await GetAsync(path)).StatusCode;

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => client.SendAsync(request);

    public void Dispose() => client.Dispose();

    private static IEnumerable<string> Actions(IElement form) => form.QuerySelectorAll("button[formaction]").Select(button => button.GetAttribute("formaction")!)
        .Prepend(form.GetAttribute("action") ?? "");

    private static bool IsSent(IElement input) => input.GetAttribute("name") is not null && !input.HasAttribute("disabled")
        && (input.GetAttribute("type") is not ("checkbox" or "radio") || input.HasAttribute("checked"));
}
