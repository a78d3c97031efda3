using System.Text.RegularExpressions;

namespace AgencyCMS.Architecture.Tests.Sources;

/// <summary>The border rules that are read from source text: each takes files (path below the solution, text) and gives its breaches.</summary>
internal static partial class SourceRules
{
    public static IReadOnlyDictionary<string, Func<IEnumerable<(string Path, string Text)>, IEnumerable<string>>> All { get; } =
        new Dictionary<string, Func<IEnumerable<(string Path, string Text)>, IEnumerable<string>>>
        {
            [nameof(DomainKnowsNeitherHttpNorSql)] = DomainKnowsNeitherHttpNorSql,
            [nameof(SqlIsWrittenInStorageAlone)] = SqlIsWrittenInStorageAlone,
            [nameof(HandlerAndStorageDoNotTouchTheRequest)] = HandlerAndStorageDoNotTouchTheRequest,
            [nameof(ViewAsksNoStoreAndNoPermission)] = ViewAsksNoStoreAndNoPermission,
            [nameof(ViewHasNoInlineStyleOrScript)] = ViewHasNoInlineStyleOrScript,
            [nameof(AddressIsNotBuiltFromText)] = AddressIsNotBuiltFromText,
            [nameof(LinkOfAViewStaysUnderTheTenant)] = LinkOfAViewStaysUnderTheTenant,
            [nameof(ProblemCodeIsWellFormed)] = ProblemCodeIsWellFormed,
            [nameof(ProblemCodeIsUsedOnce)] = ProblemCodeIsUsedOnce,
            [nameof(PatternEndsAtTheEnd)] = PatternEndsAtTheEnd,
        };

    private static IEnumerable<string> DomainKnowsNeitherHttpNorSql(IEnumerable<(string Path, string Text)> files) =>
        Code(files).Where(file => file.Path.Contains("/Domain/", StringComparison.Ordinal) && HttpOrSql().IsMatch(file.Text)).Select(file => $"{file.Path} knows HTTP or SQL.");

    private static IEnumerable<string> SqlIsWrittenInStorageAlone(IEnumerable<(string Path, string Text)> files) =>
        Code(files).Where(file => !file.Path.Contains("/Storage/", StringComparison.Ordinal) && Sql().IsMatch(file.Text)).Select(file => $"{file.Path} writes SQL.");

    private static IEnumerable<string> HandlerAndStorageDoNotTouchTheRequest(IEnumerable<(string Path, string Text)> files) =>
        Code(files).Where(file => file.Path.EndsWith("Handler.cs", StringComparison.Ordinal) || file.Path.Contains("/Storage/", StringComparison.Ordinal))
            .Where(file => file.Text.Contains("HttpContext", StringComparison.Ordinal)).Select(file => $"{file.Path} touches the request.");

    private static IEnumerable<string> ViewAsksNoStoreAndNoPermission(IEnumerable<(string Path, string Text)> files) =>
        Views(files).Where(file => Queries().IsMatch(file.Text)).Select(file => $"{file.Path} decides or queries.");

    private static IEnumerable<string> ViewHasNoInlineStyleOrScript(IEnumerable<(string Path, string Text)> files) =>
        Views(files).Where(file => Inline().IsMatch(file.Text)).Select(file => $"{file.Path} has inline style or script, which the content security policy forbids.");

    // A tenant may live under a path prefix or have a host of its own: only routes and the address helpers know.
    private static IEnumerable<string> AddressIsNotBuiltFromText(IEnumerable<(string Path, string Text)> files) =>
        Code(files).SelectMany(file => BuiltAddress().Matches(file.Text).Select(match => $"{file.Path} builds an address from text: {match.Value}"));

    private static IEnumerable<string> LinkOfAViewStaysUnderTheTenant(IEnumerable<(string Path, string Text)> files) =>
        Views(files).SelectMany(file => FixedLink().Matches(file.Text).Select(match => $"{file.Path} leads out of the tenant: {match.Value}"));

    private static IEnumerable<string> ProblemCodeIsWellFormed(IEnumerable<(string Path, string Text)> files) =>
        Codes(files).Where(code => !SourceNames.IsCode(code.Code)).Select(code => $"{code.Code} in {code.Path} is not module.sentence in kebab case.");

    private static IEnumerable<string> ProblemCodeIsUsedOnce(IEnumerable<(string Path, string Text)> files) => Codes(files).GroupBy(code => code.Code).Where(group => group.Count() > 1)
        .Select(group => $"{group.Key} is used {group.Count()} times: {string.Join(", ", group.Select(code => code.Path))}.");

    // A dollar sign also matches before a last line break: what was checked would hold one.
    private static IEnumerable<string> PatternEndsAtTheEnd(IEnumerable<(string Path, string Text)> files) => files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))
        .SelectMany(file => PatternWithDollar().Matches(file.Text).Select(match => $"{file.Path} ends a pattern at a line break too, write \\z: {match.Value}"));

    private static IEnumerable<(string Code, string Path)> Codes(IEnumerable<(string Path, string Text)> files) =>
        files.SelectMany(file => Translations.Calls.ProblemsIn(file.Text).Select(problem => (problem.Code, file.Path)));

    private static IEnumerable<(string Path, string Text)> Code(IEnumerable<(string Path, string Text)> files) =>
        files.Where(file => file.Path.StartsWith("modules/", StringComparison.Ordinal) && file.Path.EndsWith(".cs", StringComparison.Ordinal));

    private static IEnumerable<(string Path, string Text)> Views(IEnumerable<(string Path, string Text)> files) => files.Where(file => file.Path.EndsWith(".cshtml", StringComparison.Ordinal));

    [GeneratedRegex(@"GeneratedRegex\(@?""(?:[^""]|"""")*\$""")]
    private static partial Regex PatternWithDollar();

    [GeneratedRegex(@"using (Microsoft\.AspNetCore\.(Http|Mvc|Routing|Builder|Antiforgery|Authentication|Authorization)|Microsoft\.EntityFrameworkCore|Microsoft\.Data|Npgsql)")]
    private static partial Regex HttpOrSql();

    [GeneratedRegex(@"\b(FromSql|FromSqlRaw|FromSqlInterpolated|SqlQuery|SqlQueryRaw|ExecuteSql|ExecuteSqlAsync|ExecuteSqlRaw|ExecuteSqlRawAsync|DataSource\.CreateCommand)\(")]
    private static partial Regex Sql();

    [GeneratedRegex(@"TenantDb|CountyDb|\.Can\(|ToListAsync")]
    private static partial Regex Queries();

    [GeneratedRegex(@"<style|\sstyle=""|\son(click|change|submit|load)=|<script(?![^>]*\ssrc=)(?![^>]*type=""application/(ld\+)?json"")", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    // Text that begins with a slash and has something put into it or hung on it; a PathString is how the framework writes one segment safely.
    [GeneratedRegex(@"(?<!PathString\()\$""~?/[^""]*\{[^""]*""|""~?/[a-z][^""]*""\s*\+|Redirect\((\$""|""[^""]*""\s*\+)[^)]*\)")]
    private static partial Regex BuiltAddress();

    [GeneratedRegex(@"\s(href|action|src|formaction)=""/[^""]*""")]
    private static partial Regex FixedLink();
}
