using System.Text.RegularExpressions;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using Xunit;
using static AgencyCMS.Demo.Tests.Recipes.RecipeFiles;

namespace AgencyCMS.Demo.Tests.Recipes;

public sealed partial class DemoCountyTests
{
    private const string CreditCodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Fact]
    public void Items_OfTheCounty_AreMoreThanThreeHundredOverThreeYears()
    {
        // Act
        var years = DemoItems.CountBy(item => item.PublishedAt.Year).ToDictionary();

        // Assert
        Assert.True(DemoItems.Count() >= 300);
        Assert.Equal([2024, 2025, 2026], years.Keys.Order());
        Assert.All(years.Values, count => Assert.True(count >= 80));
    }

    [Fact]
    public void Items_AllMonths_HaveSome()
    {
        // Arrange
        var months = DemoItems.Select(item => (item.PublishedAt.Year * 12) + item.PublishedAt.Month - 1).ToHashSet();

        // Assert
        Assert.Equal(Enumerable.Range(2024 * 12, 35), months.Order());
    }

    [Fact]
    public void Items_IdsOfItemsAndVersions_AreWellFormedAndUnique()
    {
        // Arrange
        var ids = DemoItems.SelectMany(item => new[] { item.Id, Text(item.Json, "ContentItemVersionId") }).ToList();

        // Assert
        Assert.All(ids, id => Assert.True(ContentIds.IsWellFormed(id), id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("Subject", "subject")]
    [InlineData("Genre", "genre")]
    [InlineData("AudienceClass", "audience_class")]
    [InlineData("Validity", "validity")]
    [InlineData("DisclosureMode", "disclosure_mode")]
    [InlineData("DisclosureLimit", "disclosure_limit")]
    [InlineData("Scope", "scope")]
    [InlineData("Procedure", "procedure")]
    public void Items_CodedProperty_IsOfItsVocabulary(string property, string vocabulary)
    {
        // Arrange
        var codes = Terms(vocabulary);

        // Assert
        Assert.All(DemoItems, item => Assert.Contains(item[property], codes));
    }

    [Fact]
    public void Items_Carriers_AreOfTheVocabulary()
    {
        // Arrange
        var channels = Terms("channel");

        // Assert
        Assert.All(DemoItems.SelectMany(item => Texts(item.Part["Carriers"])), carrier => Assert.Contains(carrier, channels));
    }

    [Fact]
    public void Items_Entry_IsALeafOfTheAgencysCatalogue()
    {
        // Arrange
        var parents = Entries.Select(entry => Text(entry, "Parent")).ToHashSet();
        var leaves = Entries.Where(entry => !parents.Contains(Text(entry, "Code"))).ToDictionary(entry => Text(entry, "Code"), entry => Texts(entry["AppliesTo"]).ToHashSet());

        // Assert
        Assert.All(DemoItems, item => Assert.True(leaves.TryGetValue(item["Entry"], out var kinds) && kinds.Contains(KindOf(item.Tenant)), $"{item} {item["Entry"]}"));
    }

    [Fact]
    public void Declarations_AllEntries_AreOfTheAgencysCatalogueAndEmpty()
    {
        // Arrange
        var filled = DemoItems.Select(item => (item.Tenant, Entry: item["Entry"])).ToHashSet();
        var kinds = Entries.ToDictionary(entry => Text(entry, "Code"), entry => Texts(entry["AppliesTo"]).ToHashSet());

        // Assert
        foreach (var (recipe, _) in All.Where(recipe => recipe.Key.StartsWith("demo/", StringComparison.Ordinal)))
        {
            var tenant = recipe["demo/".Length..];
            foreach (var declaration in Steps(recipe, "CatalogueDeclarations").SelectMany(step => Objects(step["Declarations"])))
            {
                Assert.Contains(KindOf(tenant), kinds[Text(declaration, "Entry")]);
                Assert.DoesNotContain((tenant, Text(declaration, "Entry")), filled);
                Assert.NotEmpty(Text(declaration, "Reason"));
            }
        }
    }

    [Fact]
    public void Items_Related_AreItemsOfTheSameAgency()
    {
        // Arrange
        var tenants = DemoItems.ToDictionary(item => item.Id, item => item.Tenant);

        // Assert
        Assert.All(DemoItems, item => Assert.All(Texts(item.Part["Related"]), id => Assert.Equal(item.Tenant, tenants.GetValueOrDefault(id))));
    }

    [Fact]
    public void Items_Village_IsOneOfTheTownship()
    {
        // Arrange
        var ofVillages = DemoItems.Where(item => item["Village"].Length > 0).ToList();

        // Assert
        Assert.True(ofVillages.Select(item => item["Village"]).Distinct().Count() >= 6);
        Assert.All(ofVillages, item => Assert.Contains(item["Village"], Terms(Step($"demo/{item.Tenant}", "Vocabularies"), "village")));
    }

    [Fact]
    public void Items_IndexNumbers_CountTheAgencysPublicationsOfTheYear()
    {
        foreach (var agency in DemoItems.GroupBy(item => (item.Tenant, item.PublishedAt.Year)))
        {
            var code = Text(Step($"demo/{agency.Key.Tenant}", "settings")["DisclosureSettings"]!.AsObject(), "OrganisationCode");
            var numbers = agency.OrderBy(item => item.PublishedAt).Select(item => item["IndexNumber"]);

            Assert.Equal(Enumerable.Range(1, agency.Count()).Select(serial => $"{code}/{agency.Key.Year}-{serial:00000}"), numbers);
        }
    }

    [Fact]
    public void Items_DocumentNumbers_AreUnique()
    {
        // Arrange
        var numbers = DemoItems.Select(item => item["DocumentNumber"]).Where(number => number.Length > 0).ToList();

        // Assert
        Assert.True(numbers.Count > 80);
        Assert.All(numbers, number => Assert.Matches("^[\u4e00-\u9fff]+〔20(24|25|26)〕\\d+号$", number));
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Fact]
    public void Items_TitlesAndBodies_DifferFromEachOther()
    {
        Assert.Equal(DemoItems.Count(), DemoItems.Select(item => item.Title).Distinct().Count());
        Assert.Equal(DemoItems.Count(), DemoItems.Select(item => item.Html).Distinct().Count());
    }

    [Fact]
    public void Items_Html_NeedsNoCleaning()
    {
        // Arrange
        var cleaner = new HtmlCleaner();

        // Assert
        Assert.All(DemoItems, item => Assert.Equal(item.Html, cleaner.Clean(item.Html)));
    }

    [Fact]
    public void Items_Publication_IsNotBeforeTheSignature() => Assert.All(DemoItems, item => Assert.True(DateOnly.FromDateTime(item.PublishedAt.Date) >= item.FormedOn, item.ToString()));

    [Fact]
    public void OrganisationCodes_AllAgencies_PassTheCheckOfTheStandard()
    {
        // Arrange
        var codes = All.Keys.Where(recipe => recipe.StartsWith("demo/", StringComparison.Ordinal)).Select(recipe => Text(Step(recipe, "settings")["DisclosureSettings"]!.AsObject(), "OrganisationCode")).ToList();

        // Assert
        Assert.All(codes, code => Assert.Equal(CheckCharacter(code), code[^1]));
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Fact]
    public void DemoRecipes_AllText_HasNoPersonalNumbers() => Assert.All(DemoItems, item => Assert.DoesNotMatch(IdentityOrMobileNumber(), item.Json.ToJsonString(Readable)));

    [Fact]
    public void DemoRecipes_TelephoneNumbers_AreOfTheAreaThatDoesNotExist() => Assert.All(
        All.Values.SelectMany(recipe => recipe.Steps).SelectMany(step => Landline().Matches(step!.ToJsonString(Readable))), match => Assert.StartsWith("0000-", match.Value, StringComparison.Ordinal));

    [Fact]
    public void CultureBureau_WithItsGaps_HasNothingSinceTheSummerOf2025()
    {
        // Arrange
        var items = DemoItems.Where(item => item.Tenant == "culture").ToList();

        // Assert
        Assert.InRange(items.Count, 5, 15);
        Assert.True(items.Max(item => item.PublishedAt) < new DateTimeOffset(2025, 7, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Single(Objects(Step("demo/culture", "CatalogueDeclarations")["Declarations"]));
    }

    private static System.Text.Json.JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>GB 32100: weights are powers of three modulo 31; the last character makes the sum divisible by 31.</summary>
    private static char CheckCharacter(string code)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in code[..17])
        {
            sum += CreditCodeAlphabet.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }
        return CreditCodeAlphabet[(31 - (sum % 31)) % 31];
    }

    [GeneratedRegex(@"(?<![\dA-Z])([1-9]\d{5}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]|1[3-9]\d{9})(?![\dA-Z])")]
    private static partial Regex IdentityOrMobileNumber();

    [GeneratedRegex(@"(?<![\d-])0\d{2,3}-\d{7,8}(?!\d)")]
    private static partial Regex Landline();
}
