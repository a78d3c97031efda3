using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace AgencyCMS.Accounts.Tests.Rights;

/// <summary>Tells the test which endpoint a request reached first, before an error page may have answered in its place.</summary>
internal sealed class MatchedEndpoints : MatcherPolicy, IEndpointSelectorPolicy
{
    public const string Header = "X-Matched-Endpoint";

    public override int Order => int.MaxValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count && !httpContext.Items.ContainsKey(Header); i++)
        {
            if (candidates.IsValidCandidate(i))
            {
                httpContext.Items[Header] = true;
                var name = Uri.EscapeDataString(candidates[i].Endpoint.DisplayName ?? "");
                httpContext.Response.OnStarting(() =>
                {
                    httpContext.Response.Headers[Header] = name;
                    return Task.CompletedTask;
                });
            }
        }
        return Task.CompletedTask;
    }
}
