namespace AgencyCMS.Modularity.Permissions;

/// <summary>Tells who acts in the current scope. The accounts module answers for requests; a scope of background work has the actor with whom it was opened. A scope of which nobody said whose it is, is nobody's: it may do what a reader may.</summary>
public interface IActorSource
{
    /// <returns>Never null; <see cref="Actor.Anonymous"/> when nobody signed in and nobody opened the scope for a service.</returns>
    ValueTask<Actor> GetAsync();
}
