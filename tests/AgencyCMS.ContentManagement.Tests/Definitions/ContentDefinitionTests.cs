using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Definitions;
using AgencyCMS.ContentManagement.Tests.Items;
using FsCheck.Xunit;

namespace AgencyCMS.ContentManagement.Tests.Definitions;

[Properties(Arbitrary = [typeof(JsonGenerators)])]
public sealed class ContentDefinitionTests
{
    private const string Notice = """
        {
          "ContentTypes": [ { "Name": "Notice", "DisplayName": "通知", "Settings": { "ContentTypeSettings": { "Creatable": true, "Stereotype": null }, "Custom": { "x": [1] } },
            "ContentTypePartDefinitionRecords": [
              { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "ContentTypePartSettings": { "Position": "0" } } },
              { "PartName": "BagPart", "Name": "Files", "Settings": { "BagPartSettings": { "ContainedContentTypes": ["File"] } } } ] } ],
          "ContentParts": [ { "Name": "Notice", "Settings": {}, "ContentPartFieldDefinitionRecords": [
              { "FieldName": "DateField", "Name": "Released", "Settings": { "ContentPartFieldSettings": { "DisplayName": "发布日期" }, "DateFieldSettings": { "Required": true } } } ] } ]
        }
        """;

    [Fact]
    public void Definitions_ReadAndWritten_AreTheSame()
    {
        // Act
        var written = ContentDefinitionJson.Write(Read(Notice));

        // Assert
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Notice), written), written.ToJsonString());
    }

    [Fact]
    public void Settings_AreReadByName()
    {
        // Act
        var definitions = Read(Notice);

        // Assert
        var type = definitions.FindType("Notice")!;
        Assert.True(type.IsCreatable);
        Assert.Equal("0", type.FindPart("TitlePart")!.Position);
        Assert.Equal(["File"], type.FindPart("Files")!.Settings.Texts("BagPartSettings", "ContainedContentTypes"));
        var field = definitions.FindPart("Notice")!.FindField("Released")!;
        Assert.Equal(("发布日期", true), (field.DisplayName, field.IsRequired));
    }

    [Fact]
    public void Merge_DeepensSettings_JoinsArrays_AndRemovesNothing()
    {
        // Arrange
        var added = Read("""
            { "ContentTypes": [ { "Name": "Notice", "DisplayName": "公告", "Settings": { "ContentTypeSettings": { "Draftable": true, "Creatable": null } },
              "ContentTypePartDefinitionRecords": [
                { "PartName": "BagPart", "Name": "Files", "Settings": { "BagPartSettings": { "ContainedContentTypes": ["File", "Link"] } } },
                { "PartName": "AliasPart", "Name": "AliasPart" } ] } ] }
            """);

        // Act
        var type = Read(Notice).MergedWith(added).FindType("Notice")!;

        // Assert
        Assert.Equal("公告", type.DisplayName);
        Assert.Equal("""{"ContentTypeSettings":{"Creatable":null,"Stereotype":null,"Draftable":true},"Custom":{"x":[1]}}""", type.Settings.ToJson().ToJsonString());
        Assert.Equal(["TitlePart", "Files", "AliasPart"], type.Parts.Select(part => part.Name));
        Assert.Equal(["File", "Link"], type.FindPart("Files")!.Settings.Texts("BagPartSettings", "ContainedContentTypes"));
    }

    [Fact]
    public void Merge_OfATypeWithoutDisplayName_LeavesNameAndSettings()
    {
        // Arrange
        var added = Read("""{ "ContentTypes": [ { "Name": "Notice", "Settings": { "ContentTypeSettings": { "Creatable": false } } } ] }""");

        // Act
        var type = Read(Notice).MergedWith(added).FindType("Notice")!;

        // Assert
        Assert.Equal(("通知", true), (type.DisplayName, type.IsCreatable));
    }

    [Fact]
    public void Replace_DropsWhatTheTypeHadBefore()
    {
        // Arrange
        var added = Read("""{ "ContentTypes": [ { "Name": "Notice", "DisplayName": "公告" } ] }""");

        // Act
        var definitions = Read(Notice).ReplacedBy(added);

        // Assert
        Assert.Empty(definitions.FindType("Notice")!.Parts);
        Assert.NotNull(definitions.FindPart("Notice"));
    }

    [Fact]
    public void Without_DropsTypesAndParts_AndPassesOverUnknownNames()
    {
        // Act
        var definitions = Read(Notice).Without(["Notice", "Nobody"], ["Notice"]);

        // Assert
        Assert.Empty(definitions.Types);
        Assert.Empty(definitions.Parts);
    }

    [Property]
    public void Merge_Twice_IsTheSameAsOnce(JsonObject before, JsonObject added)
    {
        // Arrange
        var (old, @new) = (DefinitionSettings.From(before), DefinitionSettings.From(added));

        // Act
        var once = old.MergedWith(@new);

        // Assert
        Assert.Equal(once, once.MergedWith(@new));
    }

    [Property]
    public void Merge_RemovesNoSection(JsonObject before, JsonObject added)
    {
        // Act
        var merged = DefinitionSettings.From(before).MergedWith(DefinitionSettings.From(added));

        // Assert
        Assert.Superset(before.Select(property => property.Key).ToHashSet(), merged.Sections.ToHashSet());
    }

    [Property]
    public void Settings_AreKeptVerbatim(JsonObject settings) =>
        Assert.True(JsonNode.DeepEquals(settings, DefinitionSettings.From(settings).ToJson()));

    private static ContentDefinitions Read(string json) => ContentDefinitionJson.Read(JsonNode.Parse(json)!.AsObject());
}
