using AgencyCMS.Data.Stores;
using AgencyCMS.Data.Tests.Sample;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Tests.Stores;

public sealed class SqliteStoreTests() : SampleSuite(DatabaseProvider.Sqlite)
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public async Task Connection_OfATenant_SurvivesAPowerCut(string pragma, string expected)
    {
        // Arrange
        var tenant = await Stores.AddTenantAsync("finance");
        await using var db = Stores.Sessions.Open(tenant.Id);
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();

        // Act
        command.CommandText = "PRAGMA " + pragma;
        var value = await command.ExecuteScalarAsync();

        // Assert
        Assert.Equal(expected, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Session_OfAMissingStore_FailsAndMakesNone()
    {
        // Arrange
        var missing = new TenantId(77);
        Directory.CreateDirectory(Stores.Files.Folder(missing));
        await using var db = Stores.Sessions.Open(missing);

        // Act
        var read = () => db.Set<SampleRow>().CountAsync();

        // Assert
        await Assert.ThrowsAsync<SqliteException>(read);
        Assert.False(File.Exists(Stores.Files.Tenant(missing)));
    }

    [Fact]
    public async Task Release_OfATenant_ClosesItsFile()
    {
        // Arrange
        var tenant = await Stores.AddTenantAsync("finance");
        await using (var db = Stores.Sessions.Open(tenant.Id))
        {
            db.Add(Sample("item"));
            await db.SaveChangesAsync();
        }

        // Act
        Stores.Sessions.Release(tenant.Id);

        // Assert: the last connection to close removes the write-ahead log.
        Assert.False(File.Exists(Stores.Files.Tenant(tenant.Id) + "-wal"));
    }
}
