namespace AgencyCMS.Accounts.Domain;

/// <summary>A code that stands in for the second factor once. Only its hash is kept.</summary>
internal sealed class RecoveryCode
{
    public int AccountId { get; init; }
    public required string Hash { get; init; }
}
