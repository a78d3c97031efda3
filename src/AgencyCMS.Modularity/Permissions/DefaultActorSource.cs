using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Modularity.Permissions;

/// <summary>Without an accounts module nobody can sign in: requests are anonymous, everything else is the platform itself.</summary>
internal sealed class DefaultActorSource(IHttpContextAccessor http) : IActorSource
{
    public ValueTask<Actor> GetAsync() => new(http.HttpContext is null ? Actor.System : Actor.Anonymous);
}
