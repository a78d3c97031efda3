namespace AgencyCMS.Data.County;

/// <summary>The only row of its table: which county this is.</summary>
internal sealed class InstallationRow
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required string Key { get; init; }
}
