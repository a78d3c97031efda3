using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Domain;
using AgencyCMS.Disclosure.Storage;

namespace AgencyCMS.Disclosure.Tests.Domain;

public sealed class CatalogueShapeTests
{
    [Fact]
    public void Check_OfATree_IsDone() => Assert.False(CatalogueShape.Check(Chain(CatalogueShape.MaxDepth)).IsRefused);

    [Fact]
    public void Check_OfAChainThatIsTooDeep_NamesTheFirstThatIs() =>
        Assert.Equal($"e{CatalogueShape.MaxDepth}", CatalogueShape.Check(Chain(CatalogueShape.MaxDepth + 3)).Problems[0].Arguments[0]);

    [Theory]
    [InlineData("a>a")]
    [InlineData("a>b b>a")]
    [InlineData("x>c a>b b>c c>a")]
    public void Check_OfACircle_IsRefused(string links) => Assert.Equal("disclosure.entry-below-itself", CatalogueShape.Check(Links(links)).Problems[0].Code);

    [Fact]
    public void Check_OfMoreEntriesThanAllowed_IsRefused() =>
        Assert.Equal("disclosure.catalogue-too-large", CatalogueShape.Check(Enumerable.Range(0, CatalogueShape.MaxEntries + 1).ToDictionary(number => $"e{number}", _ => (string?)null)).Problems[0].Code);

    [Theory]
    [InlineData("a>a")]
    [InlineData("a>b b>a")]
    [InlineData("x>c a>b b>c c>a")]
    public void Tree_OfAStoreWithACircle_ShowsEveryEntryOnce(string links)
    {
        // Arrange
        var parents = Links(links);

        // Act
        var tree = CatalogueSnapshot.Build(Rows(parents));

        // Assert
        Assert.Equal(parents.Keys.Order(), tree.All.Select(node => node.Code).Order());
    }

    [Fact]
    public void Tree_OfAStoreWithAVeryDeepChain_GoesNoDeeperThanAllowed()
    {
        // Arrange
        var parents = Chain(20_000);

        // Act
        var tree = CatalogueSnapshot.Build(Rows(parents));

        // Assert
        Assert.Equal((20_000, CatalogueShape.MaxDepth), (tree.All.Count, tree.All.Max(node => node.Path.Count)));
    }

    private static Dictionary<string, string?> Chain(int length) => Enumerable.Range(0, length).ToDictionary(number => $"e{number}", number => number == 0 ? null : $"e{number - 1}");

    private static Dictionary<string, string?> Links(string links) => links.Split(' ').Select(link => link.Split('>')).ToDictionary(link => link[0], link => (string?)link[1]);

    private static List<CatalogueEntryRow> Rows(Dictionary<string, string?> parents) =>
        [.. parents.Select(pair => new CatalogueEntryRow { Code = pair.Key, Parent = pair.Value, Title = pair.Key, Details = "{}" })];
}
