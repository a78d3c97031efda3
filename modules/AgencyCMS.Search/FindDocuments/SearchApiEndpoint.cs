using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AgencyCMS.Search.FindDocuments;

/// <summary>The same search for programs. Without any parameter it lists everything, newest first when sorted by date.</summary>
[PublicAccess(IsCostly = true)]
[ApiController]
internal sealed class SearchApiEndpoint(FindDocumentsQuery query, IActorSource actors) : ControllerBase
{
    /// <summary>Searches the site, or all agencies' from the county portal.</summary>
    [HttpGet("api/v1/search", Name = "search.api")]
    [ProducesResponseType<FoundPage>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status422UnprocessableEntity)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status503ServiceUnavailable)]
    public async Task<IActionResult> FindAsync([FromQuery] SearchForm form, CancellationToken cancellationToken)
    {
        if (form.FindWrongDays().FirstOrDefault() is { } wrong)
        {
            return Refused(wrong, StatusCodes.Status422UnprocessableEntity);
        }
        var found = await query.RunAsync(form, await actors.GetAsync(), cancellationToken);
        return found.TryGet(out var page) ? Ok(page) : Refused(found.Problems[0], StatusCodes.Status503ServiceUnavailable);
    }

    private ObjectResult Refused(Modularity.Problems.Problem problem, int status) => Problem(
        title: problem.ToEnglish(), statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = problem.Code });
}
