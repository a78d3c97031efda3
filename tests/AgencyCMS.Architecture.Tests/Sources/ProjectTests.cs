using AgencyCMS.Testing.Files;

namespace AgencyCMS.Architecture.Tests.Sources;

public sealed class ProjectTests
{
    [Fact]
    public void Solution_HoldsEveryProject()
    {
        // Arrange
        var solution = File.ReadAllText(Repository.PathOf("AgencyCMS.sln"));
        var projects = new[] { "src", "modules", "themes", "tests" }.SelectMany(root => SourceFiles.Read(Repository.PathOf(root), ".csproj"));

        // Act
        var breaches = OutsideTheSolution(solution, projects.Select(project => project.Path));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Project_OutsideTheSolution_IsABreach()
    {
        // Arrange
        var solution = """Project("{0}") = "AgencyCMS.Sample", "modules\AgencyCMS.Sample\AgencyCMS.Sample.csproj", "{1}" """;

        // Act
        var breach = Assert.Single(OutsideTheSolution(solution, ["modules/AgencyCMS.Sample/AgencyCMS.Sample.csproj", "tests/AgencyCMS.Sample.Tests/AgencyCMS.Sample.Tests.csproj"]));

        // Assert
        Assert.Equal("tests/AgencyCMS.Sample.Tests/AgencyCMS.Sample.Tests.csproj is not in the solution.", breach);
    }

    [Fact]
    public void Playwright_IsReferredToByTheBrowserTestsAlone()
    {
        // Act
        var breaches = WithABrowser(SourceFiles.Read(Repository.PathOf("tests"), ".csproj"));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Project_WithABrowserOfItsOwn_IsABreach()
    {
        // Arrange
        var reference = """<PackageReference Include="Microsoft.Playwright" />""";

        // Act
        var breach = Assert.Single(WithABrowser([("tests/AgencyCMS.BrowserTests/AgencyCMS.BrowserTests.csproj", reference), ("tests/AgencyCMS.Sample.Tests/AgencyCMS.Sample.Tests.csproj", reference)]));

        // Assert
        Assert.StartsWith("tests/AgencyCMS.Sample.Tests/", breach, StringComparison.Ordinal);
    }

    private static IEnumerable<string> OutsideTheSolution(string solution, IEnumerable<string> projects) =>
        projects.Where(project => !solution.Replace('\\', '/').Contains($"\"{project}\"", StringComparison.Ordinal)).Select(project => $"{project} is not in the solution.");

    private static IEnumerable<string> WithABrowser(IEnumerable<(string Path, string Text)> projects) => projects
        .Where(project => !project.Path.Contains("BrowserTests", StringComparison.Ordinal) && project.Text.Contains("Playwright", StringComparison.Ordinal))
        .Select(project => $"{project.Path} refers to Playwright.");
}
