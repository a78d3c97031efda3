using System.Text.RegularExpressions;
using AgencyCMS.Testing.Files;

namespace AgencyCMS.Architecture.Tests.Sources;

public sealed partial class BorderTests
{
    [Fact]
    public void Domain_KnowsNeitherHttpNorSql()
    {
        // Act
        var breaches = Modules("/Domain/").Where(file => HttpOrSql().IsMatch(file.Text)).Select(file => $"{file.Path} knows HTTP or SQL.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Sql_IsWrittenInStorageAlone()
    {
        // Act
        var breaches = Modules("/").Where(file => !file.Path.Contains("/Storage/", StringComparison.Ordinal) && Sql().IsMatch(file.Text)).Select(file => $"{file.Path} writes SQL.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void HandlerAndStorage_DoNotTouchTheRequest()
    {
        // Act
        var breaches = Modules("/").Where(file => file.Path.EndsWith("Handler.cs", StringComparison.Ordinal) || file.Path.Contains("/Storage/", StringComparison.Ordinal))
            .Where(file => file.Text.Contains("HttpContext", StringComparison.Ordinal)).Select(file => $"{file.Path} touches the request.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void View_AsksNoStoreAndNoPermission()
    {
        // Act
        var breaches = SourceFiles.All.Where(file => file.Path.EndsWith(".cshtml", StringComparison.Ordinal) && Queries().IsMatch(file.Text)).Select(file => $"{file.Path} decides or queries.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void View_HasNoInlineStyleOrScript()
    {
        // Act
        var breaches = SourceFiles.All.Where(file => file.Path.EndsWith(".cshtml", StringComparison.Ordinal) && Inline().IsMatch(file.Text)).Select(file => $"{file.Path} has inline style or script, which the content security policy forbids.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void ProblemCode_IsUsedOnceAndWellFormed()
    {
        // Arrange
        var codes = SourceFiles.All.SelectMany(file => Translations.Calls.ProblemsIn(file.Text).Select(problem => (problem.Code, file.Path))).ToList();

        // Act
        var breaches = codes.Where(code => !SourceNames.IsCode(code.Code)).Select(code => $"{code.Code} in {code.Path} is not module.sentence in kebab case.")
            .Concat(codes.GroupBy(code => code.Code).Where(group => group.Count() > 1).Select(group => $"{group.Key} is used {group.Count()} times: {string.Join(", ", group.Select(code => code.Path))}."));

        // Assert
        Assert.NotEmpty(codes);
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Solution_HoldsEveryProject()
    {
        // Arrange
        var solution = File.ReadAllText(Repository.PathOf("AgencyCMS.sln")).Replace('\\', '/');
        var projects = new[] { "src", "modules", "themes", "tests" }.SelectMany(root => SourceFiles.Read(Repository.PathOf(root), ".csproj"));

        // Act
        var breaches = projects.Where(project => !solution.Contains($"\"{project.Path}\"", StringComparison.Ordinal)).Select(project => $"{project.Path} is not in the solution.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Playwright_IsReferredToByTheBrowserTestsAlone()
    {
        // Act
        var breaches = SourceFiles.Read(Repository.PathOf("tests"), ".csproj")
            .Where(project => !project.Path.Contains("BrowserTests", StringComparison.Ordinal) && project.Text.Contains("Playwright", StringComparison.Ordinal)).Select(project => $"{project.Path} refers to Playwright.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    private static IEnumerable<(string Path, string Text)> Modules(string part) =>
        SourceFiles.All.Where(file => file.Path.StartsWith("modules/", StringComparison.Ordinal) && file.Path.EndsWith(".cs", StringComparison.Ordinal) && file.Path.Contains(part, StringComparison.Ordinal));

    [GeneratedRegex(@"using (Microsoft\.AspNetCore\.(Http|Mvc|Routing|Builder|Antiforgery|Authentication|Authorization)|Microsoft\.EntityFrameworkCore|Microsoft\.Data|Npgsql)")]
    private static partial Regex HttpOrSql();

    [GeneratedRegex(@"\b(FromSql|FromSqlRaw|FromSqlInterpolated|SqlQuery|SqlQueryRaw|ExecuteSql|ExecuteSqlAsync|ExecuteSqlRaw|ExecuteSqlRawAsync|DataSource\.CreateCommand)\(")]
    private static partial Regex Sql();

    [GeneratedRegex(@"TenantDb|CountyDb|\.Can\(|ToListAsync")]
    private static partial Regex Queries();

    [GeneratedRegex(@"<style|\sstyle=""|\son(click|change|submit|load)=|<script(?![^>]*\ssrc=)(?![^>]*type=""application/(ld\+)?json"")", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
