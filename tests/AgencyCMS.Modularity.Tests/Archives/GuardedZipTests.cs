using System.Buffers.Binary;
using System.IO.Compression;
using AgencyCMS.Modularity.Archives;
using AgencyCMS.Testing.Files;

namespace AgencyCMS.Modularity.Tests.Archives;

public sealed class GuardedZipTests
{
    private static readonly ZipLimits Limits = new(MaxEntries: 3, MaxUnpackedBytes: 1000);

    [Fact]
    public void Archive_WithinItsLimits_IsOpened()
    {
        // Arrange
        using var content = Zip(("a.txt", 10), ("b/", 0), ("甲.txt", 900));

        // Act
        using var archive = GuardedZip.Open(content, Limits);

        // Assert
        Assert.Equal(["a.txt", "b/", "甲.txt"], archive.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public void Archive_WithMoreEntries_IsRefused()
    {
        // Arrange
        using var content = Zip(("a", 0), ("b", 0), ("c", 0), ("d/", 0));

        // Act
        void Open() => GuardedZip.Open(content, Limits);

        // Assert
        Assert.Throws<ZipTooLargeException>(Open);
    }

    [Fact]
    public void Archive_WhoseEndRecordHidesEntries_IsRefusedAllTheSame()
    {
        // Arrange
        using var content = Zip(("a", 0), ("b", 0), ("c", 0), ("d/", 0));
        BinaryPrimitives.WriteUInt16LittleEndian(content.GetBuffer().AsSpan((int)content.Length - 12), 1);

        // Act
        void Open() => GuardedZip.Open(content, Limits);

        // Assert
        Assert.Throws<ZipTooLargeException>(Open);
    }

    [Fact]
    public void Archive_WhoseEndRecordSaysTooMany_IsRefusedBeforeItsListIsRead()
    {
        // Arrange
        using var content = Zip(("a", 0));
        BinaryPrimitives.WriteUInt16LittleEndian(content.GetBuffer().AsSpan((int)content.Length - 12), 60_000);

        // Act
        void Open() => GuardedZip.Open(content, Limits);

        // Assert
        Assert.Throws<ZipTooLargeException>(Open);
    }

    [Fact]
    public void Archive_ThatUnpacksToMore_IsRefused()
    {
        // Arrange
        using var content = Zip(("a", 600), ("b", 600));

        // Act
        void Open() => GuardedZip.Open(content, Limits);

        // Assert
        Assert.Throws<ZipTooLargeException>(Open);
    }

    [Fact]
    public void Archive_OfSeventyThousandEntries_IsCountedByItsLargeEndRecord()
    {
        // Arrange
        using var content = Zip([.. Enumerable.Range(0, 70_000).Select(number => ($"{number}/", 0))]);

        // Act
        void Open() => GuardedZip.Open(content, new ZipLimits(20_000, 1000));

        // Assert
        Assert.Throws<ZipTooLargeException>(Open);
        using var archive = GuardedZip.Open(content, new ZipLimits(100_000, 1000));
        Assert.Equal(70_000, archive.Entries.Count);
    }

    [Fact]
    public void Archive_WithLongNames_IsRefusedBeforeItsListIsRead()
    {
        // Arrange
        using var content = Zip((new string('a', 60_000), 0));

        // Act
        void Open() => GuardedZip.Open(content, Limits with { MaxListBytes = 50_000 });

        // Assert
        Assert.True(Assert.Throws<ZipTooLargeException>(Open).HasTooManyEntries);
    }

    [Fact]
    public void Archive_WhoseEntriesLieAsLargeAsTheyDoNotSay_IsRefused()
    {
        // Arrange
        using var content = Zip(CompressionLevel.NoCompression, ("a", 900), ("b", 900));
        Say(content, 900, 1);

        // Act
        void Open() => GuardedZip.Open(content, Limits);

        // Assert
        Assert.False(Assert.Throws<ZipTooLargeException>(Open).HasTooManyEntries);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(990)]
    public void Entry_ThatLiesAsItIsWithAnotherLengthThanItSays_IsNotUnpacked(int said)
    {
        // Arrange
        using var content = Zip(CompressionLevel.NoCompression, ("a", 900));
        Say(content, 900, said);
        using var archive = GuardedZip.Open(content, Limits);

        // Act
        void Unpack() => GuardedZip.Unpack(archive.Entries[0]);

        // Assert
        Assert.Throws<InvalidDataException>(Unpack);
    }

    [Fact]
    public void Entry_ThatIsAsLongAsItSays_IsUnpacked()
    {
        // Arrange
        using var content = Zip(("a", 900));
        using var archive = GuardedZip.Open(content, Limits);

        // Act
        using var unpacked = GuardedZip.Unpack(archive.Entries[0]);

        // Assert
        Assert.Equal((0, 900), (unpacked.Position, unpacked.Length));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0, 0 })]
    public void Content_ThatIsNoArchive_IsRefused(byte[] content)
    {
        // Act
        void Open() => GuardedZip.Open(new MemoryStream(content), Limits);

        // Assert
        Assert.Throws<InvalidDataException>(Open);
    }

    public static TheoryData<string, byte[]> Ambiguous { get; } = new()
    {
        { "own name", RawZip.Write(new RawEntry("a.txt", "x") { OwnName = "a.bat" }) },
        { "name in Unicode", RawZip.Write(new RawEntry("a.txt", "x") { Extra = RawZip.UnicodePath("a.txt", "a.bat") }) },
        { "own name in Unicode", RawZip.Write(new RawEntry("a.txt", "x") { OwnExtra = RawZip.UnicodePath("a.txt", "../a.txt") }) },
        { "second name in Unicode", RawZip.Write(new RawEntry("a.txt", "x") { Extra = [.. RawZip.UnicodePath("a.txt", "a.txt"), .. RawZip.UnicodePath("a.txt", "a.bat")] }) },
        { "cut name in Unicode", RawZip.Write(new RawEntry("a.txt", "x") { Extra = RawZip.Field(0x7075, [1]) }) },
        { "entry in no list", RawZip.Write(new RawEntry("a.txt", "x") { Behind = RawZip.Write(new RawEntry("b.bat", "y"))[..36] }) },
        { "entry in no list behind sizes", RawZip.Write(new RawEntry("a.txt", "x") { IsFollowed = true, Behind = [.. RawZip.Sizes("x"), .. RawZip.Write(new RawEntry("b.bat", "y"))[..36]] }) },
        { "byte behind an entry", RawZip.Write(new RawEntry("a.txt", "x") { Behind = [0] }) },
        { "bytes before", RawZip.Write("", [0x4D, 0x5A], new RawEntry("a.txt", "x")) },
        { "bytes behind", [.. RawZip.Write(new RawEntry("a.txt", "x")), 0] },
        { "own size", RawZip.Write(new RawEntry("a.txt", "xyz") { OwnSize = 1 }) },
    };

    [Theory]
    [MemberData(nameof(Ambiguous))]
    public void Archive_ThatOtherProgramsUnpackDifferently_IsRefused(string kind, byte[] content)
    {
        // Act
        void Open() => GuardedZip.Open(new MemoryStream(content), Limits);

        // Assert
        Assert.NotNull(kind);
        Assert.Throws<InvalidDataException>(Open);
    }

    public static TheoryData<string, byte[]> Usual { get; } = new()
    {
        { "sizes behind", RawZip.Write(new RawEntry("a.txt", "x") { IsFollowed = true, Behind = RawZip.Sizes("x") }, new RawEntry("b.txt", "yz") { IsFollowed = true, Behind = RawZip.Sizes("yz")[4..] }) },
        { "room for large sizes", RawZip.Write(new RawEntry("a.txt", "x") { OwnSize = uint.MaxValue, OwnExtra = RawZip.Field(1, [1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]) }) },
        { "times in its own header", RawZip.Write(new RawEntry("a.txt", "x") { OwnExtra = RawZip.Field(0x5455, [3, 0, 0, 0, 0, 0, 0, 0, 0]), Extra = RawZip.Field(0x5455, [3, 0, 0, 0, 0]) }) },
        { "padding", RawZip.Write(new RawEntry("a.txt", "x") { OwnExtra = [0, 0, 0] }) },
        { "the same name in Unicode", RawZip.Write(new RawEntry("附件.txt", "x") { Extra = RawZip.UnicodePath("附件.txt", "附件.txt"), OwnExtra = RawZip.UnicodePath("附件.txt", "附件.txt") }) },
        { "remark", RawZip.Write("打包", [], new RawEntry("a.txt", "x")) },
        { "nothing", RawZip.Write() },
    };

    [Theory]
    [MemberData(nameof(Usual))]
    public void Archive_AsProgramsWriteIt_IsOpened(string kind, byte[] content)
    {
        // Act
        using var archive = GuardedZip.Open(new MemoryStream(content), Limits);

        // Assert
        Assert.NotNull(kind);
        Assert.All(archive.Entries, entry => Assert.EndsWith(".txt", entry.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Archive_ThatIsWrittenWithoutLookingBack_IsOpened()
    {
        // Arrange
        using var content = new MemoryStream();
        using (var oneWay = new GZipStream(content, CompressionLevel.NoCompression, leaveOpen: true))
        using (var archive = new ZipArchive(oneWay, ZipArchiveMode.Create))
        {
            using var entry = archive.CreateEntry("a.txt").Open();
            entry.Write(new byte[100]);
        }
        content.Position = 0;
        using var written = new MemoryStream();
        using (var back = new GZipStream(content, CompressionMode.Decompress))
        {
            back.CopyTo(written);
        }

        // Act
        using var opened = GuardedZip.Open(written, Limits);

        // Assert
        Assert.Equal("a.txt", Assert.Single(opened.Entries).FullName);
    }

    // The length that the list gives each entry when unpacked.
    private static void Say(MemoryStream content, int length, int instead)
    {
        var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        for (var at = 0; at + 28 <= bytes.Length; at++)
        {
            if (bytes[at..].StartsWith("PK\u0001\u0002"u8) && BinaryPrimitives.ReadInt32LittleEndian(bytes[(at + 24)..]) == length)
            {
                BinaryPrimitives.WriteInt32LittleEndian(bytes[(at + 24)..], instead);
            }
        }
    }

    private static MemoryStream Zip(params (string Name, int Bytes)[] files) => Zip(CompressionLevel.Optimal, files);

    private static MemoryStream Zip(CompressionLevel level, params (string Name, int Bytes)[] files)
    {
        var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name, level).Open();
                entry.Write(new byte[bytes]);
            }
        }
        return content;
    }
}
