using AgencyCMS.Search.Engine.Storage;

namespace AgencyCMS.Search.Tests.Engine.Storage;

/// <summary>An index that cannot be used says so when it is opened or read, and can be built again.</summary>
public sealed class DamagedIndexTests : EngineTest
{
    [Fact]
    public void SearchIndex_NeverBuilt_IsMissing()
    {
        var index = Use(new SearchIndex(Folder.Of("i")));

        Assert.Equal(IndexState.Missing, index.Condition.State);
        Assert.Null(index.Search(Given.Request()));
        Assert.False(index.Apply(Given.Batch(1)));
    }

    [Fact]
    public void SearchIndex_PointerToNothing_IsDamaged()
    {
        // Arrange
        Given.Index(Folder.Of("i"), Given.Document("a", "预算")).Dispose();
        Directory.Delete(Directory.GetDirectories(Folder.Of("i")).Single(), recursive: true);

        // Act
        var index = Use(new SearchIndex(Folder.Of("i")));

        // Assert
        Assert.Equal(IndexState.Damaged, index.Condition.State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc")]
    [InlineData("g-\0\0\0")]
    public void SearchIndex_UnreadablePointer_NeedsRebuild(string pointer)
    {
        // Arrange
        Given.Index(Folder.Of("i"), Given.Document("a", "预算")).Dispose();
        File.WriteAllText(Path.Combine(Folder.Of("i"), "current"), pointer);

        // Act
        var index = Use(new SearchIndex(Folder.Of("i")));

        // Assert
        Assert.True(index.Condition.NeedsRebuild);
    }

    [Fact]
    public void SearchIndex_AnyFileMissing_NeedsRebuild()
    {
        EachFile(path => File.Delete(path), index => Assert.True(index.Condition.NeedsRebuild));
    }

    [Fact]
    public void SearchIndex_AnyFileCutShort_IsDetected()
    {
        EachFile(path => File.WriteAllBytes(path, File.ReadAllBytes(path)[..^40]), AssertDetected);
    }

    [Fact]
    public void SearchIndex_AnyFileEmpty_NeedsRebuild()
    {
        EachFile(path => File.WriteAllBytes(path, []), index => Assert.True(index.Condition.NeedsRebuild));
    }

    [Fact]
    public void SearchIndex_AnyByteFlipped_IsFoundByTheIntegrityCheck()
    {
        for (var eighth = 1; eighth < 8; eighth++)
        {
            EachFile(path => Flip(path, eighth), AssertDetected);
        }
    }

    [Fact]
    public void SearchIndex_OfAnotherSchema_NeedsRebuild()
    {
        Assert.Throws<InvalidDataException>(() => IndexPositions.FromCommitData(new Dictionary<string, string> { ["schema"] = "0" }));
    }

    [Fact]
    public void SearchIndex_WithUnreadablePosition_NeedsRebuild()
    {
        var data = new Dictionary<string, string> { ["schema"] = IndexFields.Schema, ["tenant:7"] = "many" };

        Assert.Throws<InvalidDataException>(() => IndexPositions.FromCommitData(data));
    }

    [Fact]
    public void SearchIndex_DamagedThenRebuilt_ServesAgain()
    {
        // Arrange
        Given.Index(Folder.Of("i"), Given.Document("a", "预算")).Dispose();
        File.Delete(Directory.GetFiles(Folder.Of("i"), "segments_*", SearchOption.AllDirectories).Single());
        var index = Use(new SearchIndex(Folder.Of("i")));

        // Act
        using (var rebuild = index.BeginRebuild())
        {
            rebuild.Add(Given.Batch(1, Given.Document("a", "预算")));
            rebuild.Complete();
        }

        // Assert
        Assert.Equal(1, index.Search(Given.Request())!.Total);
    }

    private void EachFile(Action<string> damage, Action<SearchIndex> assert)
    {
        Given.Index(Folder.Of("i"), Given.Document("a", "预算", "正文") with { Genre = "通知", EntryPath = ["06"] }).Dispose();
        var names = Directory.GetFiles(Folder.Of("i"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder.Of("i"), path))
            .Where(name => Path.GetFileName(name) is not ("write.lock" or "segments.gen" or "current")).ToList();
        Assert.True(names.Count >= 3);
        foreach (var name in names)
        {
            var copy = Folder.CopyAsKilled("i");
            damage(Path.Combine(copy, name));
            using var index = new SearchIndex(copy);
            assert(index);
        }
    }

    private static void AssertDetected(SearchIndex index)
    {
        index.CheckIntegrity();
        Assert.True(index.Condition.NeedsRebuild);
    }

    private static void Flip(string path, int eighth)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length * eighth / 8] ^= 0xFF;
        File.WriteAllBytes(path, bytes);
    }
}
