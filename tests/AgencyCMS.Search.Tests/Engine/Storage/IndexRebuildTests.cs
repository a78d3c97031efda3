using AgencyCMS.Search.Engine.Storage;

namespace AgencyCMS.Search.Tests.Engine.Storage;

/// <summary>A rebuild happens beside the index in use and takes its place in one step.</summary>
public sealed class IndexRebuildTests : EngineTest
{
    [Fact]
    public void Rebuild_Unfinished_LeavesTheOldIndexServing()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("old", "预算")));

        // Act
        using var rebuild = index.BeginRebuild();
        rebuild.Add(Given.Batch(5, Given.Document("new", "预算")));

        // Assert
        Assert.Equal(["old"], index.Search(Given.Request()).Ids());
    }

    [Fact]
    public void Rebuild_Completed_TakesThePlaceWithItsOwnPosition()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("old", "预算")));
        using var rebuild = index.BeginRebuild();
        rebuild.Add(Given.Batch(5, Given.Document("new", "预算")));
        index.Apply(Given.Batch(9, Given.Document("meanwhile", "预算")));

        // Act
        rebuild.Complete();

        // Assert: what came meanwhile comes again, since the position is back at 5.
        Assert.Equal(5, index.Positions.Of(Given.Tenant));
        Assert.Equal(["new"], index.Search(Given.Request()).Ids());
    }

    [Fact]
    public void Rebuild_Abandoned_LeavesNoFiles()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("old", "预算")));

        // Act
        using (var rebuild = index.BeginRebuild())
        {
            rebuild.Add(Given.Batch(5, Given.Document("new", "预算")));
        }

        // Assert
        Assert.Single(Directory.GetDirectories(Folder.Of("i")));
    }

    [Fact]
    public void Rebuild_KilledBeforeTheSwap_LeavesTheOldIndex()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("old", "预算")));
        using var rebuild = index.BeginRebuild();
        rebuild.Add(Given.Batch(5, Given.Document("new", "预算")));

        // Act
        var survivor = Use(new SearchIndex(Folder.CopyAsKilled("i")));

        // Assert
        Assert.Equal(["old"], survivor.Search(Given.Request()).Ids());
    }

    [Fact]
    public void Rebuild_KilledBeforeTheSwap_IsClearedAwayAtTheNextStart()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("old", "预算")));
        using var rebuild = index.BeginRebuild();
        var copy = Folder.CopyAsKilled("i");
        Assert.Equal(2, Directory.GetDirectories(copy).Length);

        // Act
        Use(new SearchIndex(copy));

        // Assert
        Assert.Single(Directory.GetDirectories(copy));
    }

    [Fact]
    public void Rebuild_InProgress_IsNotClearedAwayByAnotherOpening()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("old", "预算")));
        using var rebuild = index.BeginRebuild();
        rebuild.Add(Given.Batch(5, Given.Document("new", "预算")));

        // Act
        Use(new SearchIndex(Folder.Of("i")));
        rebuild.Complete();

        // Assert
        Assert.Equal(["new"], index.Search(Given.Request()).Ids());
    }

    [Fact]
    public void Rebuild_ByAnotherProcess_IsTakenUpByThePointer()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("old", "预算")));
        var other = Use(new SearchIndex(Folder.Of("i")));
        using (var rebuild = other.BeginRebuild())
        {
            rebuild.Add(Given.Batch(5, Given.Document("new", "预算")));
            rebuild.Complete();
        }

        // Act
        index.FollowPointer();

        // Assert
        Assert.Equal(["new"], index.Search(Given.Request()).Ids());
    }

    [Fact]
    public async Task Rebuild_WhileSearching_NeverLeavesASearchUnanswered()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("a", "预算")));
        using var stop = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            var answers = new List<int?>();
            while (!stop.IsCancellationRequested)
            {
                answers.Add(index.Search(Given.Request("预算"))?.Total);
            }
            return answers;
        });

        // Act
        for (var round = 1; round <= 20; round++)
        {
            using var rebuild = index.BeginRebuild();
            rebuild.Add(Given.Batch(round, Given.Document("a", "预算")));
            rebuild.Complete();
        }
        await stop.CancelAsync();

        // Assert
        Assert.All(await reader, total => Assert.Equal(1, total));
    }
}
