using System.Text.RegularExpressions;
using System.Xml;
using Xunit;
using static AgencyCMS.Demo.Tests.Recipes.RecipeFiles;

namespace AgencyCMS.Demo.Tests.Recipes;

public sealed partial class CatalogueTests
{
    [Fact]
    public void Entries_AllCodes_AreAddressSegmentsAndUnique()
    {
        // Arrange
        var codes = Entries.Select(entry => Text(entry, "Code")).ToList();

        // Assert
        Assert.All(codes, code => Assert.Matches(CodePattern(), code));
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Fact]
    public void Entries_WithParent_StandBehindItAndApplyWithinIt()
    {
        // Arrange
        var before = new Dictionary<string, HashSet<string>>();

        // Assert
        foreach (var entry in Entries)
        {
            var kinds = Texts(entry["AppliesTo"]).ToHashSet();
            if (Text(entry, "Parent") is { Length: > 0 } parent)
            {
                Assert.True(before.TryGetValue(parent, out var parentKinds) && kinds.IsSubsetOf(parentKinds), Text(entry, "Code"));
            }
            before.Add(Text(entry, "Code"), kinds);
        }
    }

    [Fact]
    public void Entries_Channels_AreOfTheVocabulary()
    {
        // Arrange
        var channels = Terms("channel");

        // Assert
        Assert.Equal(13, channels.Count);
        Assert.All(Entries.SelectMany(entry => Texts(entry["Channels"])), channel => Assert.Contains(channel, channels));
    }

    [Fact]
    public void Entries_RenewEvery_IsADuration() =>
        Assert.All(Entries.Select(entry => Text(entry, "RenewEvery")).Where(text => text.Length > 0), text => Assert.True(XmlConvert.ToTimeSpan(text) > TimeSpan.Zero));

    [Theory]
    [InlineData("CountyOffice")]
    [InlineData("Department")]
    [InlineData("Township")]
    public void Catalogue_ForKindOfAgency_HasTheFifteenStatutoryCategories(string kind)
    {
        // Act
        var categories = Entries.Where(entry => Text(entry, "Code").StartsWith("a20_", StringComparison.Ordinal) && Text(entry, "Kind") == "category" && Texts(entry["AppliesTo"]).Contains(kind));

        // Assert
        Assert.Equal(15, categories.Count());
    }

    [Fact]
    public void Vocabularies_AllTerms_AreUniqueAndNameTheirParents()
    {
        foreach (var vocabulary in Objects(Step("catalogue", "Vocabularies")["Vocabularies"]))
        {
            var terms = Objects(vocabulary["Terms"]).ToList();
            var codes = terms.Select(term => Text(term, "Code")).ToHashSet();

            Assert.Equal(terms.Count, codes.Count);
            Assert.All(terms.Select(term => Text(term, "Parent")).Where(parent => parent.Length > 0), parent => Assert.Contains(parent, codes));
        }
    }

    [Fact]
    public void SubjectClasses_FirstLevel_AreTwentyTwo() => Assert.Equal(22, Terms("subject").Count(code => code.Length == 2));

    [GeneratedRegex("^[a-z][a-z0-9_]{1,59}$")]
    private static partial Regex CodePattern();
}
