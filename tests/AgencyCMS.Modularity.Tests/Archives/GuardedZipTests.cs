using System.Buffers.Binary;
using System.IO.Compression;
using AgencyCMS.Modularity.Archives;

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

    private static MemoryStream Zip(params (string Name, int Bytes)[] files)
    {
        var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(new byte[bytes]);
            }
        }
        return content;
    }
}
