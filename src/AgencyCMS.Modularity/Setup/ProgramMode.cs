namespace AgencyCMS.Modularity.Setup;

/// <summary>What this process was started for.</summary>
/// <param name="IsCommand">True for one command of the operator, false for a server.</param>
public sealed record ProgramMode(bool IsCommand);
