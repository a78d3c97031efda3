using System.Text.RegularExpressions;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Demo.Contracts;
using AgencyCMS.Demo.Tests.Recipes;
using AgencyCMS.Modularity.Tenants;
using Xunit;

namespace AgencyCMS.Demo.Tests.Contracts;

public sealed partial class DemoTextGeneratorTests
{
    private static readonly DateOnly From = new(2022, 1, 1);
    private static readonly DateOnly Until = new(2026, 6, 30);

    [Fact]
    public void Next_WithTheSameSeed_GivesTheSameItem()
    {
        // Act
        var first = new DemoTextGenerator(7).Next(41, DemoAgency.At(3), From, Until);
        var second = new DemoTextGenerator(7).Next(41, DemoAgency.At(3), From, Until);

        // Assert
        Assert.Equal(first.Html, second.Html);
        Assert.Equal((first.Title, first.PublishedAt), (second.Title, second.PublishedAt));
    }

    [Fact]
    public void Next_WithAnotherSeed_GivesAnotherItem() =>
        Assert.NotEqual(new DemoTextGenerator(7).Next(0, DemoAgency.At(1), From, Until).Html, new DemoTextGenerator(8).Next(0, DemoAgency.At(1), From, Until).Html);

    [Fact]
    public void Next_ForManyItems_IsLongEnoughAndNotTooLong() => Assert.All(Some(2000), document => Assert.InRange(Markup().Replace(document.Html, "").Length, 150, 1500));

    [Fact]
    public void Next_ForManyItems_FillsEveryHole() => Assert.All(Some(2000), document => Assert.DoesNotMatch(@"[{}]|\.\.|。。", document.Title + document.Html));

    [Fact]
    public void Next_ForManyItems_SaysThousandsOfDifferentSentences()
    {
        // Act
        var sentences = Some(2000).SelectMany(document => Markup().Replace(document.Html, "。").Split('。', StringSplitOptions.RemoveEmptyEntries)).Where(sentence => sentence.Length > 12);

        // Assert
        Assert.True(sentences.Distinct().Count() > 8000);
    }

    [Fact]
    public void Next_ForManyItems_UsesTheStandardCatalogue()
    {
        // Arrange
        var (subjects, genres) = (RecipeFiles.Terms("subject"), RecipeFiles.Terms("genre"));
        var parents = RecipeFiles.Entries.Select(entry => RecipeFiles.Text(entry, "Parent")).ToHashSet();
        var leaves = RecipeFiles.Entries.Where(entry => !parents.Contains(RecipeFiles.Text(entry, "Code")))
            .ToDictionary(entry => RecipeFiles.Text(entry, "Code"), entry => RecipeFiles.Texts(entry["AppliesTo"]).ToHashSet());

        // Assert
        Assert.All(Some(2000), document =>
        {
            Assert.Contains(document.Subject, subjects);
            Assert.Contains(document.Genre, genres);
            Assert.Superset(new HashSet<string> { nameof(TenantKind.Department), nameof(TenantKind.Township) }, leaves[document.Entry]);
        });
    }

    [Fact]
    public void Next_ForManyItems_KeepsToTheDays() => Assert.All(Some(2000), document =>
    {
        Assert.InRange(document.FormedOn, From, Until);
        Assert.InRange(DateOnly.FromDateTime(document.PublishedAt.Date), document.FormedOn, Until);
    });

    [Fact]
    public void Next_ForManyItems_NeedsNoCleaning()
    {
        // Arrange
        var cleaner = new HtmlCleaner();

        // Assert
        Assert.All(Some(200), document => Assert.Equal(document.Html, cleaner.Clean(document.Html)));
    }

    [Fact]
    public void Next_ForOneAgency_NumbersEveryDocumentDifferently()
    {
        // Act
        var numbers = Enumerable.Range(0, 1000).Select(index => new DemoTextGenerator(1).Next(index, DemoAgency.At(5), From, Until).DocumentNumber).OfType<string>().ToList();

        // Assert
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Fact]
    public void Agencies_UpToThreeThousand_HaveNamesOfTheirOwn()
    {
        // Act
        var agencies = Enumerable.Range(1, 3000).Select(DemoAgency.At).ToList();

        // Assert
        Assert.Equal(3000, agencies.Select(agency => agency.Title).Distinct().Count());
        Assert.All(agencies, agency => Assert.Empty(TenantNames.CheckName(agency.Name)));
    }

    private static IEnumerable<DemoDocument> Some(int count)
    {
        var generator = new DemoTextGenerator(2026);
        return Enumerable.Range(0, count).Select(index => generator.Next(index, DemoAgency.At(1 + (index % 48)), From, Until));
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Markup();
}
