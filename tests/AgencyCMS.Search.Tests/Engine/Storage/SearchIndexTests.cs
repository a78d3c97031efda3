using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Storage;

namespace AgencyCMS.Search.Tests.Engine.Storage;

/// <summary>Effects and position live and die together, wherever the process is stopped.</summary>
public sealed class SearchIndexTests : EngineTest
{
    [Fact]
    public void SearchIndex_AppliedBatch_IsFoundAtOnce()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("a", "部门预算")));

        // Act
        index.Apply(Given.Batch(2, Given.Document("b", "部门预算")));

        // Assert
        Assert.Equal(2, index.Search(Given.Request("预算"))!.Total);
    }

    [Fact]
    public void SearchIndex_SameItemAgain_ReplacesTheEarlierVersion()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("a", "部门预算")));

        // Act
        index.Apply(Given.Batch(2, Given.Document("a", "部门决算") with { VersionId = "v2" }));

        // Assert
        Assert.Equal("v2", index.Search(Given.Request())!.Hits.Single().VersionId);
    }

    [Fact]
    public void SearchIndex_Withdrawn_IsFoundNoMore()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("a", "部门预算"), Given.Document("b", "部门预算")));

        // Act
        index.Apply(new IndexBatch { TenantId = Given.Tenant, Position = 2, Withdrawn = ["a", "unknown"] });

        // Assert
        Assert.Equal(["b"], index.Search(Given.Request()).Ids());
    }

    [Fact]
    public void SearchIndex_WithdrawnFromOneTenant_LeavesTheNeighboursItemOfTheSameId()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("a", "预算"), Given.Document("a", "预算") with { Tenant = new(Given.Neighbour) }));

        // Act
        index.Apply(new IndexBatch { TenantId = Given.Tenant, Position = 2, Withdrawn = ["a"] });

        // Assert
        var neighbours = Given.Request() with { Tenants = TenantScope.Of(Given.Neighbour) };
        Assert.Equal(1, index.Search(neighbours)!.Total);
    }

    [Fact]
    public void SearchIndex_BatchThatDoesNotJoinOn_IsRefused()
    {
        // Arrange: the index was rebuilt at position 1 after the position 5 had been read.
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("a", "预算")));
        var batch = Given.Batch(7, Given.Document("b", "预算")) with { Follows = 5 };

        // Act
        var isDone = index.Apply(batch);

        // Assert
        Assert.False(isDone);
        Assert.Equal((1L, 1), (index.Positions.Of(Given.Tenant), index.Search(Given.Request())!.Total));
    }

    [Fact]
    public void SearchIndex_OlderBatchAgain_DoesNotMoveThePositionBack()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("a", "预算")));
        index.Apply(Given.Batch(9));

        // Act
        index.Apply(Given.Batch(4, Given.Document("a", "预算")) with { Follows = 3 });

        // Assert
        Assert.Equal(9, index.Positions.Of(Given.Tenant));
    }

    [Fact]
    public void SearchIndex_FilledWithoutPosition_IsNotTakenForComplete()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i")));

        // Act
        index.Apply(Given.Batch(0, Given.Document("a", "预算")) with { Position = null });

        // Assert
        Assert.Null(index.Positions.Of(Given.Tenant));
    }

    [Fact]
    public void SearchIndex_DocumentOfAnotherTenantInABatch_IsRefusedWhole()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("a", "预算")));
        var batch = new IndexBatch { TenantId = Given.Neighbour, Position = 2, Published = [Given.Document("b", "预算")] };

        // Act
        Assert.Throws<ArgumentException>(() => index.Apply(batch));

        // Assert
        Assert.Null(index.Positions.Of(Given.Neighbour));
    }

    [Fact]
    public void SearchIndex_KilledBeforeCommit_ForgetsEffectsWithTheirPosition()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("a", "预算")));
        index.Apply(Given.Batch(2, Given.Document("b", "预算")));

        // Act
        var reopened = Use(new SearchIndex(Folder.CopyAsKilled("i")));

        // Assert
        Assert.Equal((1L, 1), (reopened.Positions.Of(Given.Tenant), reopened.Search(Given.Request())!.Total));
    }

    [Fact]
    public void SearchIndex_KilledAfterCommit_KeepsEffectsWithTheirPosition()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("a", "预算")));
        index.Apply(Given.Batch(2, Given.Document("b", "预算")));
        index.Commit();

        // Act
        var reopened = Use(new SearchIndex(Folder.CopyAsKilled("i")));

        // Assert
        Assert.Equal((2L, 2), (reopened.Positions.Of(Given.Tenant), reopened.Search(Given.Request())!.Total));
    }

    [Fact]
    public void SearchIndex_KilledAfterAnyStep_CatchesUpToTheSameDocuments()
    {
        // Arrange: each change is applied, some are committed, and after each the process is killed once.
        var index = Use(Given.Index(Folder.Of("i")));
        Use(index).Apply(Given.Batch(0));
        for (var sequence = 1L; sequence <= 8; sequence++)
        {
            index.Apply(Change(sequence));
            if (sequence % 3 == 0)
            {
                index.Commit();
            }

            // Act
            var survivor = Use(new SearchIndex(Folder.CopyAsKilled("i")));
            for (var missed = (survivor.Positions.Of(Given.Tenant) ?? 0) + 1; missed <= sequence; missed++)
            {
                survivor.Apply(Change(missed));
            }

            // Assert
            Assert.Equal(index.Search(Given.Request()).Ids().Order(), survivor.Search(Given.Request()).Ids().Order());
        }
    }

    [Fact]
    public void SearchIndex_WriteLockLeftByKilledProcess_DoesNotBlock()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("a", "预算")));
        index.Apply(Given.Batch(2, Given.Document("b", "预算")));
        var copy = Folder.CopyAsKilled("i");
        Assert.NotEmpty(Directory.GetFiles(copy, "write.lock", SearchOption.AllDirectories));

        // Act
        var reopened = Use(new SearchIndex(copy));

        // Assert
        Assert.True(reopened.Apply(Given.Batch(2, Given.Document("b", "预算"))));
    }

    [Fact]
    public void SearchIndex_PositionMovedWithoutDocuments_IsCommitted()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("a", "预算")));
        index.Apply(Given.Batch(40));
        index.Commit();

        // Act
        var reopened = Use(new SearchIndex(Folder.CopyAsKilled("i")));

        // Assert
        Assert.Equal(40, reopened.Positions.Of(Given.Tenant));
    }

    [Fact]
    public void SearchIndex_Forgotten_HasNeitherDocumentsNorPosition()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("i"), Given.Document("a", "预算")));

        // Act
        index.Forget(Given.Tenant);

        // Assert
        Assert.Null(index.Positions.Of(Given.Tenant));
        Assert.Equal(0, index.Search(Given.Request())!.Total);
    }

    private static IndexBatch Change(long sequence) => sequence % 4 == 0
        ? new IndexBatch { TenantId = Given.Tenant, Position = sequence, Withdrawn = [$"item-{sequence - 2}"] }
        : Given.Batch(sequence, Given.Document($"item-{sequence}", $"第{sequence}号预算"));
}
