using AgencyCMS.Accounts.Tests.Fixtures;

namespace AgencyCMS.Accounts.Tests.Profile;

[Collection(OnSqlite.Name)]
public sealed class ProfileOnSqliteTests(SqliteCounty shared) : ProfileTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class ProfileOnPostgreSqlTests(PostgreSqlCounty shared) : ProfileTests(shared.County);

public abstract class ProfileTests(County county)
{
    [Fact]
    public async Task Profile_OfAPerson_LeadsToTheSitesOnWhichTheyWork()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        await county.AddPersonAsync(person.Name, county.Twin, "Editor");
        using var browser = await county.SignInAsync(person, county.Finance);

        // Act
        var page = await browser.ReadAsync("account");

        // Assert
        var places = page.QuerySelectorAll("main section:last-of-type a").Select(link => link.TextContent).Order(StringComparer.Ordinal);
        Assert.Equal([county.Finance.Title, county.Twin.Title], places);
    }

    [Fact]
    public async Task Name_Corrected_IsShownWithoutWhatCannotBeSeen()
    {
        // Arrange
        using var browser = await county.SignInAsAsync(county.Finance, "Editor");

        // Act
        await browser.SubmitAsync("account", ("DisplayName", "  王\u007F芳 "));

        // Assert
        Assert.Equal("王芳", (await browser.ReadAsync("account")).QuerySelector("[name=DisplayName]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Name_Corrected_StandsInTheHistoryOfTheAccount()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsync(person, county.Finance);

        // Act
        await browser.SubmitAsync("account", ("DisplayName", "王芳"));

        // Assert
        Assert.Single(await HistoryAsync(person), line => line.Contains("王芳", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Name_SavedUnchanged_AddsNothingToTheHistory()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsync(person, county.Finance);
        await browser.SubmitAsync("account", ("DisplayName", "王芳"));

        // Act
        await browser.SubmitAsync("account", ("DisplayName", "王芳"));

        // Assert
        Assert.Single(await HistoryAsync(person), line => line.Contains("王芳", StringComparison.Ordinal));
    }

    private async Task<IEnumerable<string>> HistoryAsync(Person person)
    {
        using var chief = await county.SignInAsAsync(county.Office, "CountyAdministrator");
        var page = await chief.ReadAsync($"admin/accounts/{person.Id}");
        return page.QuerySelectorAll("section:last-of-type tbody tr").Select(row => row.TextContent);
    }
}
