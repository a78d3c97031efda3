using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Architecture.Tests.Live;

[Collection(LiveHostCollection.Name)]
public sealed class ViewTests(LiveHost host)
{
    [Fact]
    public void View_HasANameOfItsOwn()
    {
        // Arrange
        var views = new ViewsFeature();
        host.Services.GetRequiredService<ApplicationPartManager>().PopulateFeature(views);

        // Act
        var breaches = SharedNames(views.ViewDescriptors.Select(view => view.RelativePath));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void View_WithTheNameOfAnother_IsABreach()
    {
        // Act
        var breach = Assert.Single(SharedNames(["/ShowNotice/Notice.cshtml", "/Portal/Notice.cshtml", "/Themes/Gov/Views/Notice.cshtml", "/_ViewStart.cshtml", "/Portal/_ViewStart.cshtml"]));

        // Assert
        Assert.Equal("The name Notice.cshtml is borne by /ShowNotice/Notice.cshtml and /Portal/Notice.cshtml.", breach);
    }

    [Fact]
    public void View_IsNamedForWhatItShows()
    {
        // Arrange
        var views = new ViewsFeature();
        host.Services.GetRequiredService<ApplicationPartManager>().PopulateFeature(views);

        // Act
        var breaches = WithoutNoun(views.ViewDescriptors.Select(view => view.RelativePath));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void View_WithoutANounInItsName_IsABreach()
    {
        // Act
        var breach = Assert.Single(WithoutNoun(["/EditNotice/Edit.cshtml", "/EditNotice/EditNotice.cshtml"]));

        // Assert
        Assert.Equal("/EditNotice/Edit.cshtml needs a noun in its name.", breach);
    }

    private static IEnumerable<string> WithoutNoun(IEnumerable<string> paths) =>
        paths.Where(path => Path.GetFileNameWithoutExtension(path) is "Index" or "Edit" or "List" or "Details").Select(path => $"{path} needs a noun in its name.");

    // A theme's own version of a view bears the same name on purpose.
    private static IEnumerable<string> SharedNames(IEnumerable<string> paths) => paths
        .Where(path => !path.StartsWith("/Themes/", StringComparison.Ordinal) && !path.EndsWith("/_ViewImports.cshtml", StringComparison.Ordinal) && !path.EndsWith("/_ViewStart.cshtml", StringComparison.Ordinal))
        .GroupBy(path => Path.GetFileName(path)).Where(group => group.Count() > 1)
        .Select(group => $"The name {group.Key} is borne by {string.Join(" and ", group)}.");
}
