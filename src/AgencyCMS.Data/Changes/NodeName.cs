namespace AgencyCMS.Data.Changes;

/// <summary>Name of this node; stable over restarts, unique among nodes that share a database.</summary>
public sealed record NodeName(string Value);
