namespace AgencyCMS.Modularity.Permissions;

/// <summary>For whom a scope outside of requests was opened; null in scopes of requests and in those that nobody claimed.</summary>
public sealed class ScopeActor
{
    public Actor? Actor { get; internal set; }
}
