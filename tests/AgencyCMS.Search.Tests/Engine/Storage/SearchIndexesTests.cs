using AgencyCMS.Search.Engine.Storage;

namespace AgencyCMS.Search.Tests.Engine.Storage;

/// <summary>Thousands of tenants cost what a few dozen open indexes cost.</summary>
public sealed class SearchIndexesTests : EngineTest
{
    private readonly SettableClock _clock = new();
    private readonly SearchIndexes _indexes;

    public SearchIndexesTests()
    {
        _indexes = Use(new SearchIndexes(name => Path.Combine(Folder.Of("all"), name.ToString()), new SearchIndexLimits { MaxOpen = 3, IdleTime = TimeSpan.FromMinutes(5) }, _clock));
    }

    [Fact]
    public void SearchIndexes_ManyTenantsTouched_KeepsNoMoreOpenThanAllowed()
    {
        for (var tenant = 1; tenant <= 10; tenant++)
        {
            _indexes.Rent(IndexName.Of(tenant)).Dispose();
        }

        Assert.Equal(3, _indexes.OpenCount);
    }

    [Fact]
    public void SearchIndexes_RentedIndex_IsNotClosedToMakeRoom()
    {
        // Arrange
        Build(IndexName.Of(1));
        using var lease = _indexes.Rent(IndexName.Of(1));

        // Act
        for (var tenant = 2; tenant <= 10; tenant++)
        {
            _indexes.Rent(IndexName.Of(tenant)).Dispose();
        }

        // Assert
        Assert.Equal(1, lease.Index.Search(Given.Request())!.Total);
    }

    [Fact]
    public void SearchIndexes_IdleIndex_IsClosedAfterItsTime()
    {
        // Arrange
        Build(IndexName.County);
        _clock.Now += TimeSpan.FromMinutes(6);

        // Act
        _indexes.Tidy(IndexName.County);

        // Assert
        Assert.Equal(0, _indexes.OpenCount);
    }

    [Fact]
    public void SearchIndexes_Tidied_HasCommittedWhatWasApplied()
    {
        // Arrange
        Build(IndexName.County);
        using (var lease = _indexes.Rent(IndexName.County))
        {
            lease.Index.Apply(Given.Batch(2, Given.Document("b", "预算")));
        }

        // Act
        _indexes.Tidy(IndexName.County);

        // Assert
        using var survivor = new SearchIndex(Path.Combine(Folder.CopyAsKilled("all"), "county"));
        Assert.Equal(2, survivor.Positions.Of(Given.Tenant));
    }

    [Fact]
    public void SearchIndexes_Disposed_HasCommittedWhatWasApplied()
    {
        // Arrange
        Build(IndexName.County);
        using (var lease = _indexes.Rent(IndexName.County))
        {
            lease.Index.Apply(Given.Batch(2, Given.Document("b", "预算")));
        }

        // Act
        _indexes.Dispose();

        // Assert
        using var reopened = new SearchIndex(Path.Combine(Folder.Of("all"), "county"));
        Assert.Equal(2, reopened.Positions.Of(Given.Tenant));
    }

    [Fact]
    public void SearchIndexes_PositionOfAClosedIndex_IsReadWithoutOpeningIt()
    {
        // Arrange
        Build(IndexName.County);
        _clock.Now += TimeSpan.FromMinutes(6);
        _indexes.Tidy(IndexName.County);

        // Act
        var positions = _indexes.PeekPositions(IndexName.County);

        // Assert
        Assert.Equal((1L, 0), (positions?.Of(Given.Tenant), _indexes.OpenCount));
    }

    [Fact]
    public void SearchIndexes_Deleted_LeavesNoFiles()
    {
        // Arrange
        Build(IndexName.Of(4));

        // Act
        _indexes.Delete(IndexName.Of(4));

        // Assert
        Assert.Empty(Directory.GetDirectories(Folder.Of("all")));
    }

    private void Build(IndexName name)
    {
        using var lease = _indexes.Rent(name);
        using var rebuild = lease.Index.BeginRebuild();
        rebuild.Add(Given.Batch(1, Given.Document("a", "预算")));
        rebuild.Complete();
    }

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Given.Now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
