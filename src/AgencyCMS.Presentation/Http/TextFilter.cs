using System.Globalization;
using AgencyCMS.Modularity.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Presentation.Http;

/// <summary>Turns away what no store could keep, wherever it stands in a request: in its address, in a form, in the name of a file.</summary>
internal sealed class TextFilter(IStringLocalizer localizer) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var request = context.HttpContext.Request;
        // Forms are read before, for endpoints that take them; an error page must not look at the form that failed.
        var form = context.HttpContext.Features.Get<IFormFeature>()?.Form ?? FormCollection.Empty;
        var found = Texts(request, form).Select(pair => (pair.Name, Character: StorableText.FindFault(pair.Name) ?? StorableText.FindFault(pair.Text))).FirstOrDefault(pair => pair.Character is not null);
        if (found.Character is null)
        {
            await next();
            return;
        }
        var message = localizer["“{0}” holds the character {1}, which cannot be kept. Go back, remove it and send the form again.", StorableText.Show(found.Name), found.Character];
        if (request.Path.StartsWithSegments("/api"))
        {
            context.Result = new ObjectResult(new ProblemDetails { Status = StatusCodes.Status400BadRequest, Title = message }) { StatusCode = StatusCodes.Status400BadRequest };
            return;
        }
        context.Result = new EmptyResult();
        var page = new PlainPage(CultureInfo.CurrentUICulture, "", localizer["This text cannot be kept"], new HtmlString($"<p>{PlainPage.Encode(message)}</p>"));
        await page.WriteAsync(context.HttpContext, StatusCodes.Status400BadRequest);
    }

    private static IEnumerable<(string Name, string Text)> Texts(HttpRequest request, IFormCollection form)
    {
        foreach (var (name, value) in request.RouteValues)
        {
            yield return (name, value as string ?? "");
        }
        foreach (var pair in request.Query.Concat(form))
        {
            foreach (var text in pair.Value)
            {
                yield return (pair.Key, text ?? "");
            }
        }
        foreach (var file in form.Files)
        {
            yield return (file.Name, file.FileName);
        }
    }
}
