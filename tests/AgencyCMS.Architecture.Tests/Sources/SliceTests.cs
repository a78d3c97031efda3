using System.Text.RegularExpressions;
using AgencyCMS.Testing.Files;

namespace AgencyCMS.Architecture.Tests.Sources;

/// <summary>A slice is a folder of a module that holds an endpoint. Its tests lie in the same folder of the module's test project.</summary>
public sealed partial class SliceTests
{
    private const string Endpoint = "modules/AgencyCMS.Sample/Notices/ShowNotice/ShowNoticeEndpoint.cs";

    private static IEnumerable<string> Sources => SourceFiles.All.Select(file => file.Path);

    [Fact]
    public void Slice_HasItsTests()
    {
        // Arrange
        var tests = SourceFiles.Read(Repository.PathOf("tests"), ".cs").Where(file => Test().IsMatch(file.Text)).Select(file => file.Path);

        // Act
        var breaches = WithoutTests(Sources, [.. tests]);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Theory]
    [InlineData("tests/AgencyCMS.Sample.Tests/Notices/ListNotices/ListNoticesTests.cs")]
    [InlineData("tests/AgencyCMS.Sample.Tests/Notices/ShowNoticeAgain/ShowNoticeAgainTests.cs")]
    [InlineData("tests/AgencyCMS.Sample.Tests/ShowNotice/ShowNoticeTests.cs")]
    [InlineData("tests/Plugins/Notices/ShowNotice/ShowNotice.cs")]
    public void Slice_WithTestsOfSomethingElse_IsABreach(string test)
    {
        // Act
        var breach = Assert.Single(WithoutTests([Endpoint], [test]));

        // Assert
        Assert.Equal("modules/AgencyCMS.Sample/Notices/ShowNotice has no tests in a folder of that name.", breach);
    }

    [Fact]
    public void Slice_TestedBesideAnotherModuleAlone_IsABreach()
    {
        // Act
        var breaches = WithoutTests([Endpoint], ["tests/AgencyCMS.Sample.Tests/Domain/NoticeTests.cs", "tests/AgencyCMS.Other.Tests/Notices/ShowNotice/ShowNoticeTests.cs"]);

        // Assert
        Assert.Single(breaches);
    }

    [Fact]
    public void Slice_OfAModuleWithoutATestProject_MayBeTestedBesideAnother()
    {
        // Act
        var breaches = WithoutTests([Endpoint], ["tests/AgencyCMS.Other.Tests/Notices/ShowNotice/ShowNoticeTests.cs"]);

        // Assert
        Assert.Empty(breaches);
    }

    [Fact]
    public void Slices_AreFound()
    {
        // Act
        var slices = Slices(Sources);

        // Assert
        Assert.NotEmpty(slices);
    }

    private static IEnumerable<string> WithoutTests(IEnumerable<string> sources, IReadOnlyCollection<string> tests)
    {
        var folders = tests.Select(FolderOf).Where(folder => folder.Project.EndsWith(".Tests", StringComparison.Ordinal)).ToHashSet();
        var projects = folders.Select(folder => folder.Project).ToHashSet();
        return Slices(sources).Where(slice => !IsTested(slice.Module + ".Tests", slice.Path)).Select(slice => $"modules/{slice.Module}/{slice.Path} has no tests in a folder of that name.");

        bool IsTested(string project, string path) => projects.Contains(project) ? folders.Contains((project, path)) : folders.Any(folder => folder.Path == path);
    }

    private static IEnumerable<(string Module, string Path)> Slices(IEnumerable<string> sources) => sources
        .Where(path => path.StartsWith("modules/", StringComparison.Ordinal) && path.EndsWith("Endpoint.cs", StringComparison.Ordinal)).Select(FolderOf).Distinct();

    /// <returns>Project and folder in it of a path such as <c>modules/AgencyCMS.Sample/ShowNotice/ShowNoticeEndpoint.cs</c>.</returns>
    private static (string Project, string Path) FolderOf(string file) => file.Split('/') is [_, var project, .. var folders, _] ? (project, string.Join('/', folders)) : ("", "");

    [GeneratedRegex(@"\[\w*(Fact|Theory)\b")]
    private static partial Regex Test();
}
