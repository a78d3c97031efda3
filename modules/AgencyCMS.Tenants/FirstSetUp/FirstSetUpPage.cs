using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Setup;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgencyCMS.Tenants.FirstSetUp;

/// <summary>
/// The page <c>/setup</c>. It stands alone, because themes, sign-in and antiforgery tokens belong to a tenant and there is none; the one-time token in the form
/// proves more than an antiforgery token would.
/// </summary>
internal sealed class FirstSetUpPage(CountySetUp setUp, SetUpToken token, TenantDirectory directory, GeneratedPasswords passwords, TranslationTable translations, LinkGenerator links)
    : IFirstSetUpPage, IDisposable
{
    private const string Address = "/setup";
    private const string Recipe = "county";
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    public async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path != Address)
        {
            context.Response.Redirect(context.Request.PathBase.Add(Address));
            return;
        }
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType)
        {
            await ShowAsync(context, SetUpForm.Empty, [], StatusCodes.Status200OK);
            return;
        }
        var (sent, status, _) = await FormReading.ReadAsync(context.Request);
        if (sent is null)
        {
            await ShowAsync(context, SetUpForm.Empty, [], status);
            return;
        }
        var form = SetUpForm.Read(sent);
        var problems = form.Check(token).ToList();
        if (problems.Count == 0)
        {
            problems.AddRange((await SetUpAsync(form)).Problems);
        }
        if (problems.Count > 0)
        {
            var isLate = problems.Any(problem => problem.Kind == ProblemKind.Refused);
            await ShowAsync(context, form, problems, isLate ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = links.GetPathByName(WellKnownRoutes.SignIn, null, context.Request.PathBase) ?? context.Request.PathBase.Add("/").Value;
    }

    public void Dispose() => _oneAtATime.Dispose();

    // Not stopped when the browser goes away: a county that is half set up helps nobody.
    private async Task<Outcome> SetUpAsync(SetUpForm form)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            if (directory.County is not null)
            {
                return TenantRefusals.CountyIsThere();
            }
            var administrator = new AccountRequest(form.UserName, "", []) { Password = form.Password, MustChangePassword = false };
            var made = await setUp.RunAsync(form.Title, Recipe, administrator, CancellationToken.None);
            passwords.Take();
            return made.WithoutValue();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private Task ShowAsync(HttpContext context, SetUpForm form, IReadOnlyList<Problem> problems, int statusCode)
    {
        var culture = context.Request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase) ? LocalisationHosting.Cultures[1] : LocalisationHosting.Cultures[0];
        var body = new HtmlContentBuilder();
        foreach (var problem in problems)
        {
            body.AppendHtml("<p class=\"error\" role=\"alert\">").Append(Say(problem.Message, [.. problem.Arguments])).AppendHtml("</p>");
        }
        body.AppendHtml("<form method=\"post\" action=\"").Append(context.Request.PathBase.Add(Address)).AppendHtml("\">");
        AddField("Token", "One-time token", "It stands in the server's log.", form.Token, "text", "off");
        AddField("Title", "Name of the county's disclosure office", "As it stands on official documents.", form.Title, "text", "organization");
        AddField("UserName", "Sign-in name of the first administrator", "", form.UserName, "text", "username");
        AddField("Password", "Password", "", "", "password", "new-password");
        AddField("PasswordAgain", "Password, once more", "", "", "password", "new-password");
        body.AppendHtml("<button>").Append(Say("Set the county up")).AppendHtml("</button></form>");
        return new PlainPage(culture, "", Say("Set up AgencyCMS"), body).WriteAsync(context, statusCode);

        string Say(string source, params object[] arguments) => string.Format(culture, translations.Find(culture, source) ?? source, arguments);

        void AddField(string name, string label, string hint, string value, string type, string autocomplete)
        {
            var isInvalid = problems.Any(problem => problem.Field == name);
            body.AppendHtml($"<label for=\"{name}\">").Append(Say(label)).AppendHtml("</label>");
            if (hint.Length > 0)
            {
                body.AppendHtml($"<p class=\"hint\" id=\"{name}-hint\">").Append(Say(hint)).AppendHtml("</p>");
            }
            body.AppendHtml($"<input id=\"{name}\" name=\"{name}\" type=\"{type}\" autocomplete=\"{autocomplete}\" required{(isInvalid ? " aria-invalid=\"true\"" : "")}")
                .AppendHtml(hint.Length > 0 ? $" aria-describedby=\"{name}-hint\"" : "").AppendHtml(" value=\"").Append(value).AppendHtml("\">");
        }
    }
}
