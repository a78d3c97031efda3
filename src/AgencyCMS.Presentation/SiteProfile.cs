using System.Globalization;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Presentation;

/// <summary>
/// What an agency says of itself and how its site looks: the object <c>SiteProfile</c> of the <c>settings</c> recipe step.
/// Texts are empty until they are filled in.
/// </summary>
public sealed record SiteProfile
{
    public string ShortTitle { get; init; } = "";

    public string TitleEn { get; init; } = "";

    /// <summary>Address of a picture; relative to the tenant's root when it begins with <c>~/</c>.</summary>
    public string Emblem { get; init; } = "";

    /// <summary>Six hexadecimal digits after a <c>#</c>.</summary>
    public string PrimaryColour { get; init; } = "";

    public string Address { get; init; } = "";

    public string Postcode { get; init; } = "";

    public string OfficeHours { get; init; } = "";

    public string WorkingBody { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Fax { get; init; } = "";

    public string Email { get; init; } = "";

    public string HostUnit { get; init; } = "";

    public string SiteCode { get; init; } = "";

    public string IcpNumber { get; init; } = "";

    public string PoliceNumber { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>Address of the certificate of the party-and-government site mark.</summary>
    public string MarkUrl { get; init; } = "";

    /// <summary>Address of this site's entry on the national platform for reporting errors.</summary>
    public string ReportErrorUrl { get; init; } = "";

    /// <summary>What the agency calls itself in the reader's language.</summary>
    public string TitleOf(Tenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return TitleEn.Length > 0 && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? TitleEn : tenant.Title;
    }
}

/// <summary>Gives the profile of the current tenant. Asked for every page, so it answers from memory.</summary>
public interface ISiteProfileSource
{
    ValueTask<SiteProfile> GetAsync(CancellationToken cancellationToken);
}

/// <summary>Without a store of settings every profile is empty.</summary>
internal sealed class EmptySiteProfiles : ISiteProfileSource
{
    private static readonly SiteProfile Empty = new();

    public ValueTask<SiteProfile> GetAsync(CancellationToken cancellationToken) => new(Empty);
}
