using AgencyCMS.Accounts.Tests.Fixtures;

namespace AgencyCMS.Accounts.Tests.Rights;

[Collection(OnSqlite.Name)]
public sealed class MatrixOnSqliteTests(SqliteCounty shared) : MatrixTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class MatrixOnPostgreSqlTests(PostgreSqlCounty shared) : MatrixTests(shared.County);

/// <summary>
/// Every endpoint of the running program × every kind of person × an agency and the county office. What is expected follows from the rule that the endpoint
/// declares and from the permissions that the recipes give, so an endpoint that is added tomorrow is tested tomorrow.
/// </summary>
public abstract class MatrixTests(County county)
{
    public static TheoryData<string, string?> Agency => Persons("agency", "staff of the twin");

    public static TheoryData<string, string?> Office => Persons("county", "staff of an agency");

    [Theory]
    [MemberData(nameof(Agency))]
    public async Task Endpoints_OfAnAgency_AnswerAsTheirRuleSays(string person, string? role)
    {
        // Arrange
        var visitor = await Visitor.ComeAsync(county, county.Finance, "agency", person, role);

        // Act
        var faults = await visitor.TryEverythingAsync();

        // Assert
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Theory]
    [MemberData(nameof(Office))]
    public async Task Endpoints_OfTheCountyOffice_AnswerAsTheirRuleSays(string person, string? role)
    {
        // Arrange
        var visitor = await Visitor.ComeAsync(county, county.Office, "county", person, role);

        // Act
        var faults = await visitor.TryEverythingAsync();

        // Assert
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    private static TheoryData<string, string?> Persons(string recipe, string stranger)
    {
        var persons = new TheoryData<string, string?> { { Visitor.Anonymous, null }, { stranger, null }, { Visitor.StaffWithoutRoles, null } };
        foreach (var role in County.RolesOf(recipe))
        {
            persons.Add(role, role);
        }
        return persons;
    }
}
