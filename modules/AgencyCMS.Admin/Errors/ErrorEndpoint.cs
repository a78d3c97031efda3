using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Admin.Errors;

/// <summary>Answers in place of whatever failed: a page in the reader's language, or problem details for the API.</summary>
[PublicAccess]
[IgnoreAntiforgeryToken]
internal sealed class ErrorEndpoint(ErrorTexts texts, ILogger<ErrorEndpoint> logger) : Controller
{
    private const string RetrySeconds = "5";

    [Route("error/{status:int:range(400,599)}")]
    [ResponseCache(NoStore = true)]
    public IActionResult Show([FromRoute] int status)
    {
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var exception = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var path = failed?.OriginalPath ?? exception?.Path;
        // Somebody who typed the address of this page has found no page.
        var page = texts.Describe(path is null ? StatusCodes.Status404NotFound : StatusOf(exception?.Error) ?? status, Request.HasFormContentType, HttpContext.TraceIdentifier);
        Response.StatusCode = page.Status;
        if (StoreOutage.Describe(exception?.Error) is { } outage)
        {
            // One line for each request: how a database is out of reach does not depend on what was asked of it.
            logger.LogError("The database cannot be asked for {Path}: {Reason}", path, outage);
            Response.Headers.RetryAfter = RetrySeconds;
        }
        if (new PathString(path).StartsWithSegments("/api"))
        {
            return Problem(detail: page.Advice, title: page.Title, statusCode: page.Status);
        }
        return View(exception is null ? "ErrorPage" : "FailurePage", page);
    }

    private static int? StatusOf(Exception? exception) => exception switch
    {
        null => null,
        BadHttpRequestException refused => refused.StatusCode,
        _ when SimultaneousChanges.Is(exception) => StatusCodes.Status409Conflict,
        _ => StoreOutage.Describe(exception) is null ? null : StatusCodes.Status503ServiceUnavailable,
    };
}
