using System.Text.RegularExpressions;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>Formulas of tables that ask another program (dynamic data exchange): <c>program|'topic'!item</c>, or a function of that name; and those that call into libraries or fetch from addresses.</summary>
internal static partial class SheetFormulas
{
    public static bool StartsProgram(string formula)
    {
        // The sign may stand in texts and in names of sheets, where it means nothing.
        var bare = Names().Replace(Texts().Replace(formula, "x"), "x");
        return Exchange().IsMatch(bare) || Elsewhere().Matches(formula).Any(found => Addresses.LeadsAway(found.Groups[1].Value));
    }

    [GeneratedRegex("\"(?:[^\"]|\"\")*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Texts();

    // The table of another document, as OpenDocument writes it.
    [GeneratedRegex("'((?:[^']|'')*)'#", RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("'(?:[^']|'')*'", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(@"\|[^!]*!|\b(?:DDE|WEBSERVICE|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC)\s*\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Exchange();
}
