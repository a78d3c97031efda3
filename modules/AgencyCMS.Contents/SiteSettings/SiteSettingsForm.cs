using System.ComponentModel.DataAnnotations;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AgencyCMS.Contents.SiteSettings;

/// <summary>What the page of the site's settings sends.</summary>
internal sealed record SiteSettingsForm
{
    [MaxCharacters(40, ErrorMessage = "This is longer than {1} characters.")]
    public string? ShortTitle { get; init; }

    [MaxCharacters(200, ErrorMessage = "This is longer than {1} characters.")]
    public string? TitleEn { get; init; }

    [MaxCharacters(300, ErrorMessage = "This is longer than {1} characters.")]
    [RegularExpression(@"(?:~/|/|https?://).*", ErrorMessage = "Write an address that begins with ~/, / or https://.")]
    public string? Emblem { get; init; }

    /// <summary>A picture that takes the place of the emblem; null for none.</summary>
    public IFormFile? EmblemFile { get; init; }

    [RegularExpression("#[0-9a-fA-F]{6}", ErrorMessage = "Write a colour as # and six hexadecimal digits.")]
    public string? PrimaryColour { get; init; }

    [MaxCharacters(300, ErrorMessage = "This is longer than {1} characters.")]
    public string? Address { get; init; }

    [MaxCharacters(20, ErrorMessage = "This is longer than {1} characters.")]
    public string? Postcode { get; init; }

    [MaxCharacters(200, ErrorMessage = "This is longer than {1} characters.")]
    public string? OfficeHours { get; init; }

    [MaxCharacters(200, ErrorMessage = "This is longer than {1} characters.")]
    public string? WorkingBody { get; init; }

    [MaxCharacters(60, ErrorMessage = "This is longer than {1} characters.")]
    public string? Phone { get; init; }

    [MaxCharacters(60, ErrorMessage = "This is longer than {1} characters.")]
    public string? Fax { get; init; }

    [MaxCharacters(100, ErrorMessage = "This is longer than {1} characters.")]
    [EmailAddress(ErrorMessage = "Write an e-mail address.")]
    public string? Email { get; init; }

    [MaxCharacters(200, ErrorMessage = "This is longer than {1} characters.")]
    public string? HostUnit { get; init; }

    [RegularExpression("[0-9]{10}", ErrorMessage = "The site identification code has ten digits.")]
    public string? SiteCode { get; init; }

    [MaxCharacters(60, ErrorMessage = "This is longer than {1} characters.")]
    public string? IcpNumber { get; init; }

    [MaxCharacters(60, ErrorMessage = "This is longer than {1} characters.")]
    public string? PoliceNumber { get; init; }

    [MaxCharacters(500, ErrorMessage = "This is longer than {1} characters.")]
    public string? Description { get; init; }

    [MaxCharacters(300, ErrorMessage = "This is longer than {1} characters.")]
    [Url(ErrorMessage = "Write an address that begins with https://.")]
    public string? MarkUrl { get; init; }

    [MaxCharacters(300, ErrorMessage = "This is longer than {1} characters.")]
    [Url(ErrorMessage = "Write an address that begins with https://.")]
    public string? ReportErrorUrl { get; init; }

    /// <summary>What the form showed, see <see cref="ShownValues"/>.</summary>
    [MaxCharacters(20_000, ErrorMessage = "This is longer than {1} characters.")]
    public string? Shown { get; init; }

    public static SiteSettingsForm From(SiteProfile profile)
    {
        var form = Of(profile);
        return form with { Shown = ShownValues.Write(form.Values) };
    }

    private static SiteSettingsForm Of(SiteProfile profile) => new()
    {
        ShortTitle = profile.ShortTitle,
        TitleEn = profile.TitleEn,
        Emblem = profile.Emblem,
        PrimaryColour = profile.PrimaryColour,
        Address = profile.Address,
        Postcode = profile.Postcode,
        OfficeHours = profile.OfficeHours,
        WorkingBody = profile.WorkingBody,
        Phone = profile.Phone,
        Fax = profile.Fax,
        Email = profile.Email,
        HostUnit = profile.HostUnit,
        SiteCode = profile.SiteCode,
        IcpNumber = profile.IcpNumber,
        PoliceNumber = profile.PoliceNumber,
        Description = profile.Description,
        MarkUrl = profile.MarkUrl,
        ReportErrorUrl = profile.ReportErrorUrl,
    };

    /// <summary>The values under their names in the section; what was left empty is empty text.</summary>
    [BindNever]
    public IEnumerable<KeyValuePair<string, string>> Values => typeof(SiteSettingsForm).GetProperties()
        .Where(property => property.PropertyType == typeof(string) && property.Name != nameof(Shown))
        .Select(property => KeyValuePair.Create(property.Name, StorableText.Tidy(property.GetValue(this) as string ?? "").Trim()));
}
