using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;

namespace AgencyCMS.ContentManagement.Tests.Items;

public sealed class ContentItemTests
{
    [Fact]
    public void Document_OutOfOrder_IsPutIntoOrchardsOrder()
    {
        // Act
        var item = ContentItem.FromJson("""{ "ZPart": {}, "Author": "a", "Latest": true, "ContentType": "Notice", "APart": {}, "ContentItemId": "x" }""");

        // Assert
        Assert.Equal(["ContentItemId", "ContentType", "Latest", "Author", "ZPart", "APart"], item.Document.Select(property => property.Key));
    }

    [Fact]
    public void RootProperty_ThatWasAbsent_IsWrittenAtItsPlace()
    {
        // Arrange
        var item = ContentItem.FromJson("""{ "ContentItemId": "x", "Author": "a", "TitlePart": {} }""");

        // Act
        item.DisplayText = "标题";

        // Assert
        Assert.Equal("""{"ContentItemId":"x","DisplayText":"标题","Author":"a","TitlePart":{}}""", item.ToJson());
    }

    [Theory]
    [InlineData("""{"ContentItemId":"x","Price":1.50,"Big":12345678901234567890.10,"Note":"[\"quoted\"] 中文"}""")]
    [InlineData("""{"ContentItemId":"x","CreatedUtc":"2024-03-05T09:30:00.1000000Z","P":{"At":"2024-03-05T09:30:00","Gone":null,"List":[3,1,2]}}""")]
    public void Document_ReadAndWritten_StaysAsItWas(string json) => Assert.Equal(json, ContentItem.FromJson(json).ToJson());

    [Fact]
    public void Alter_KeepsWhatThePartDoesNotKnow()
    {
        // Arrange
        var item = ContentItem.FromJson("""{ "TitlePart": { "Title": "old", "Custom": { "a": 1 } } }""");

        // Act
        item.Alter<TitlePart>(part => part.Title = "new");

        // Assert
        Assert.Equal("""{"Title":"new","Custom":{"a":1}}""", item.Document["TitlePart"]!.ToJsonString());
    }

    [Fact]
    public void Alter_OfAMissingPart_AddsIt()
    {
        // Act
        var item = ContentItem.New("Notice").Alter<HtmlBodyPart>(part => part.Html = "<p>x</p>");

        // Assert
        Assert.Equal("<p>x</p>", item.Part<HtmlBodyPart>()!.Html);
    }

    [Fact]
    public void Part_OfAnItemWithoutIt_IsNull() => Assert.Null(ContentItem.New("Notice").Part<TitlePart>());

    [Fact]
    public void NamedBag_GivesTheItemsInside()
    {
        // Arrange
        var item = ContentItem.FromJson("""{ "Services": { "ContentItems": [ { "ContentType": "Service", "DisplayText": "A" } ] } }""");

        // Act
        var inside = item.Part<BagPart>("Services")!.ContentItems;

        // Assert
        Assert.Equal("A", Assert.Single(inside).DisplayText);
    }

    [Theory]
    [InlineData("2024-03-05T09:30:00Z")]
    [InlineData("2024-03-05T09:30:00.0000000Z")]
    [InlineData("2024-03-05T17:30:00+08:00")]
    [InlineData("2024-03-05T09:30:00")]
    public void Instant_AnySpelling_IsReadAsUtc_AndSettingTheSameKeepsIt(string spelling)
    {
        // Arrange
        var item = ContentItem.FromJson(new JsonObject { ["ModifiedUtc"] = spelling });

        // Act
        item.ModifiedUtc = new DateTimeOffset(2024, 3, 5, 9, 30, 0, TimeSpan.Zero);

        // Assert
        Assert.Equal(new DateTimeOffset(2024, 3, 5, 9, 30, 0, TimeSpan.Zero), item.ModifiedUtc);
        Assert.Equal(spelling, (string)item.Document["ModifiedUtc"]!);
    }

    [Fact]
    public void Instant_Unreadable_IsNull() => Assert.Null(ContentItem.FromJson("""{ "CreatedUtc": "yesterday" }""").CreatedUtc);

    [Fact]
    public void Instant_Written_IsRoundTripUtc()
    {
        // Arrange
        var item = ContentItem.New("Notice");

        // Act
        item.PublishedUtc = new DateTimeOffset(2024, 3, 5, 17, 30, 0, 120, TimeSpan.FromHours(8));

        // Assert
        Assert.Equal("2024-03-05T09:30:00.12Z", (string)item.Document["PublishedUtc"]!);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"True\"", true)]
    [InlineData("null", false)]
    [InlineData("1", false)]
    public void Flag_OtherThanTrue_IsFalse(string json, bool expected) =>
        Assert.Equal(expected, ContentItem.FromJson($$"""{ "Latest": {{json}} }""").Latest);

    [Fact]
    public void Clone_SharesNothing()
    {
        // Arrange
        var item = ContentItem.New("Notice").Alter<TitlePart>(part => part.Title = "a");

        // Act
        item.Clone().Alter<TitlePart>(part => part.Title = "b");

        // Assert
        Assert.Equal("a", item.Part<TitlePart>()!.Title);
    }

    [Fact]
    public void NewItem_HasAWellFormedId() => Assert.True(ContentIds.IsWellFormed(ContentItem.New("Notice").ContentItemId));
}
