namespace AgencyCMS.Disclosure.Domain;

/// <summary>The tenant's settings section of the same name.</summary>
internal sealed record DisclosureSettings
{
    /// <summary>Unified social credit code (GB 32100), 18 characters; empty when not yet entered.</summary>
    public string OrganisationCode { get; init; } = "";

    /// <summary>See <see cref="Domain.IndexNumberPattern"/>.</summary>
    public string IndexNumberPattern { get; init; } = Domain.IndexNumberPattern.Default;

    /// <summary>Working days from formation within which an item must be public (Regulation, article 26).</summary>
    public int PublishWithinWorkingDays { get; init; } = 20;
}
