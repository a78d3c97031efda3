using AgencyCMS.Data.Stores;
using AgencyCMS.Data.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Tests.Stores;

public abstract class ValueConventionTests(DatabaseProvider provider) : SampleSuite(provider)
{
    [Fact]
    public async Task Values_WrittenAndRead_AreTheSame()
    {
        // Arrange
        var tenant = await Stores.AddTenantAsync("finance");
        var row = Sample("values", "〔2026〕3号 骉龘");
        row.HappenedAt = new DateTimeOffset(2026, 2, 28, 23, 59, 59, 999, TimeSpan.Zero);
        row.DueOn = new DateOnly(2028, 2, 29);
        row.State = SampleState.Closed;
        await using (var db = Stores.Sessions.Open(tenant.Id))
        {
            db.Add(row);
            await db.SaveChangesAsync();
        }

        // Act
        await using var reader = Stores.Sessions.Open(tenant.Id);
        var read = await reader.Set<SampleRow>().SingleAsync();

        // Assert
        Assert.Equivalent(row, read);
    }

    [Fact]
    public async Task Instants_AreComparedInTheDatabase()
    {
        // Arrange
        var tenant = await Stores.AddTenantAsync("finance");
        await using var db = Stores.Sessions.Open(tenant.Id);
        for (var day = 1; day <= 3; day++)
        {
            var row = Sample("day-" + day);
            row.HappenedAt = new DateTimeOffset(2026, 11, day, 8, 0, 0, TimeSpan.FromHours(8));
            db.Add(row);
        }
        await db.SaveChangesAsync();

        // Act
        var limit = new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);
        var before = await db.Set<SampleRow>().Where(row => row.HappenedAt < limit).Select(row => row.Id).ToListAsync();

        // Assert
        Assert.Equal(["day-1"], before);
    }

    public sealed class OnSqlite() : ValueConventionTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : ValueConventionTests(DatabaseProvider.PostgreSql);
}
