using AgencyCMS.Data.Stores;
using AgencyCMS.Data.Tests.Sample;
using AgencyCMS.Testing.Databases;

namespace AgencyCMS.Data.Tests.Stores;

public abstract class ModelCacheTests(DatabaseProvider provider) : SampleSuite(provider)
{
    [Fact]
    public async Task Stores_OfAnotherSetOfModules_HaveAModelOfTheirOwn()
    {
        // Arrange
        await using var other = TestStores.Create(Database);
        await using (var bare = other.Sessions.Open(new(1)))
        {
            Assert.Null(bare.Model.FindEntityType(typeof(SampleRow)));
        }

        // Act
        await using var db = Stores.Sessions.Open(new(1));
        var entity = db.Model.FindEntityType(typeof(SampleRow));

        // Assert
        Assert.NotNull(entity);
    }

    public sealed class OnSqlite() : ModelCacheTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : ModelCacheTests(DatabaseProvider.PostgreSql);
}
