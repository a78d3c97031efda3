using AgencyCMS.ContentManagement.Searching;

namespace AgencyCMS.Search.Tests.Engine.Storage;

/// <summary>One document that the index cannot take as it is holds up none of the others.</summary>
public sealed class UnindexableDocumentTests : EngineTest
{
    private static readonly string Long = new('l', 300_000);

    public static TheoryData<string> Faults => ["id", "version", "title", "body", "number", "subject", "genre", "group", "path", "agency"];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Document_ThatCannotBeIndexed_DoesNotHoldUpItsNeighbours(string fault)
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("index"), Given.Document("first", "第一件")));

        // Act
        var isDone = index.Apply(Given.Batch(2, Faulty(fault), Given.Document("good", "毒后页面")));

        // Assert
        Assert.True(isDone);
        Assert.Equal(["good"], index.Search(Given.Request("毒后页面")).Ids());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Document_ThatCannotBeIndexed_DoesNotEndARebuild(string fault)
    {
        // Act
        var index = Use(Given.Index(Folder.Of("index"), Faulty(fault), Given.Document("good", "毒后页面")));

        // Assert
        Assert.Equal(["good"], index.Search(Given.Request("毒后页面")).Ids());
    }

    private static SearchDocument Faulty(string fault)
    {
        var document = Given.Document("bad", "坏件");
        return fault switch
        {
            "id" => document with { ItemId = Long },
            "version" => document with { VersionId = Long },
            "title" => document with { Title = Long },
            "body" => document with { Body = Long },
            "number" => document with { IndexNumber = Long, DocumentNumber = Long },
            "subject" => document with { Subject = Long },
            "genre" => document with { Genre = Long },
            "group" => document with { Audience = AgencyCMS.ContentManagement.Publishing.Audience.Group, AudienceGroup = Long },
            "path" => document with { Path = Long },
            _ => document with { AgencyTitle = Long },
        };
    }
}
