namespace AgencyCMS.Modularity.Permissions;

/// <summary>Without an accounts module nobody can sign in: everybody is a reader but the services that opened a scope of their own.</summary>
internal sealed class DefaultActorSource(ScopeActor scope) : IActorSource
{
    public ValueTask<Actor> GetAsync() => new(scope.Actor ?? Actor.Anonymous);
}
