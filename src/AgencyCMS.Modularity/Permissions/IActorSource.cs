namespace AgencyCMS.Modularity.Permissions;

/// <summary>Tells who acts in the current scope. The accounts module answers for requests; a scope of background work answers with the platform itself.</summary>
public interface IActorSource
{
    /// <returns>Never null; <see cref="Actor.Anonymous"/> when nobody signed in.</returns>
    ValueTask<Actor> GetAsync();
}
