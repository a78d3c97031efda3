namespace AgencyCMS.Modularity.Modules;

/// <summary>A plugin folder that was skipped, and why.</summary>
public sealed record BrokenPlugin(string Folder, string Reason);
