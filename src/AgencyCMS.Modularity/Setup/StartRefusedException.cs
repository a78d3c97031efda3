namespace AgencyCMS.Modularity.Setup;

/// <summary>Thrown by a start-up task when a server must not serve what is there. The message is one line for the operator and says what to do.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
