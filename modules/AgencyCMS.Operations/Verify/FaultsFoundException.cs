namespace AgencyCMS.Operations.Verify;

/// <summary>A verification found faults; the message lists them, one a line.</summary>
internal sealed class FaultsFoundException(string message) : Exception(message);
