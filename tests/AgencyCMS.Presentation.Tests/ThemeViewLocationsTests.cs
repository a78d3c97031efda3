
namespace AgencyCMS.Presentation.Tests;

public sealed class ThemeViewLocationsTests
{
    [Theory]
    [InlineData("admin", true)]
    [InlineData("admin/contents/{id}", true)]
    [InlineData("/account/sign-in", true)]
    [InlineData("administrators", false)]
    [InlineData("catalogue/{entry}", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void ThemeViewLocations_OfARoute_TellAdministrationFromThePublicSite(string? template, bool isAdministration)
    {
        // Act
        var found = ThemeViewLocations.IsAdministration(template);

        // Assert
        Assert.Equal(isAdministration, found);
    }
}
