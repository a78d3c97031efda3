
namespace AgencyCMS.Search.Tests.Engine;

public sealed class RealDocumentsTests : EngineTest
{
    [RealDocumentsTheory]
    [InlineData("政务公开")]
    [InlineData("依申请公开")]
    [InlineData("县")]
    [InlineData("2010年")]
    public void Search_RealDocuments_FindsExactlyThoseThatContainIt(string text)
    {
        // Arrange
        var documents = RealDocuments.Read();
        var expected = documents.Where(document => $"{document.Title}\n{document.Body}".Contains(text, StringComparison.Ordinal)).Select(document => document.ItemId);

        // Act
        var result = Search(text, documents);

        // Assert
        Assert.NotEmpty(result.Hits);
        Assert.False(result.IsLoose);
        Assert.Superset(expected.ToHashSet(), result.Ids().ToHashSet());
    }

    [RealDocumentsTheory]
    [InlineData("职权目录")]
    public void Search_WordsThatNoRealDocumentHasTogether_FindsWhereBothAre(string text)
    {
        var result = Search(text, RealDocuments.Read());

        Assert.True(result.IsLoose);
        Assert.All(result.Hits, hit => Assert.Contains(hit.Snippet.Segments, segment => segment.IsMatch));
    }

    [RealDocumentsTheory]
    [InlineData("徐办〔2010〕15号")]
    [InlineData("徐办[2010]15号")]
    [InlineData("徐办 2010 15号")]
    public void Search_RealDocumentNumber_FindsItsDocumentFirst(string text)
    {
        var result = Search(text, RealDocuments.Read());

        Assert.Equal("徐办〔2010〕15号", result.Hits[0].DocumentNumber);
    }
}
