using AgencyCMS.Accounts.Domain;
using AgencyCMS.Testing.Browsing;
using AngleSharp.Dom;

namespace AgencyCMS.Accounts.Tests.Fixtures;

/// <summary>How a person of the county sets up a second factor.</summary>
internal static class Enrolment
{
    /// <returns>What the person's app keeps, and the recovery codes that were shown.</returns>
    public static async Task<(string Secret, IReadOnlyList<string> Codes)> EnrolAsync(this County county, Person person)
    {
        using var browser = await county.SignInAsync(person, county.Finance);
        var page = await browser.ReadAsync("account/second-factor");
        var secret = KeyOf(page);
        var answer = await browser.SubmitAsync(page, null, ("Code", OneTimeCode.Now(secret, county.Clock.GetUtcNow())), ("Password", County.Password));
        var codes = (await Browser.ParseAsync(answer)).QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent);
        return (secret, [.. codes]);
    }

    /// <summary>A browser in which the person has given the password and not yet the code.</summary>
    public static async Task<Browser> HalfwayAsync(this County county, Person person)
    {
        var browser = county.Browse(county.Finance);
        await browser.SignInAsync(person.Name, County.Password);
        return browser;
    }

    /// <summary>The key that the page shows to be typed into the app.</summary>
    public static string KeyOf(IDocument page) => page.QuerySelector("dl code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
}
