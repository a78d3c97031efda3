using AgencyCMS.ContentManagement.Searching;
using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Results;

namespace AgencyCMS.Search.Tests.Engine;

public sealed class SearchFilterTests : EngineTest
{
    private static readonly SearchDocument[] Documents =
    [
        Given.Document("a", "部门预算一").PublishedOn(2020, 12, 31) with { EntryPath = ["06", "06.01"], Genre = "报告" },
        Given.Document("b", "部门预算二").PublishedOn(2021, 1, 1) with { EntryPath = ["06", "06.02"], Genre = "通知" },
        Given.Document("c", "部门预算三").PublishedOn(2022, 5, 1) with { EntryPath = ["07"], Genre = "通知" },
        Given.Document("d", "部门预算四").PublishedOn(2022, 5, 2) with { Tenant = new(Given.Neighbour) },
    ];

    private static SearchRequest Everywhere => Given.Request("预算") with
    {
        Tenants = TenantScope.Of(Given.Tenant, Given.Neighbour),
        Order = SearchOrder.Date,
    };

    [Theory]
    [InlineData("06", "b a")]
    [InlineData("06.01", "a")]
    [InlineData("6", "")]
    public void Search_Entry_FindsWhatIsUnderItAndItsSubEntries(string entry, string expected)
    {
        Assert.Equal(expected, string.Join(' ', Search(Everywhere with { Entry = entry }, Documents).Ids()));
    }

    [Fact]
    public void Search_Agency_FindsItsOwn()
    {
        Assert.Equal(["d"], Search(Everywhere with { Agency = Given.Neighbour }, Documents).Ids());
    }

    [Fact]
    public void Search_Genre_FindsOnlyIt()
    {
        Assert.Equal(["c", "b"], Search(Everywhere with { Genre = "通知" }, Documents).Ids());
    }

    [Fact]
    public void Search_DateRange_HoldsBothItsDays()
    {
        var request = Everywhere with { From = new DateOnly(2021, 1, 1), To = new DateOnly(2022, 5, 1) };

        Assert.Equal(["c", "b"], Search(request, Documents).Ids());
    }

    [Fact]
    public void Search_OrderByDate_PutsTheNewestFirst()
    {
        Assert.Equal(["d", "c", "b", "a"], Search(Everywhere, Documents).Ids());
    }

    [Fact]
    public void Search_SecondPage_GoesOnWhereTheFirstEnded()
    {
        var result = Search(Everywhere with { Page = 2, PageSize = 3 }, Documents);

        Assert.Equal(["a"], result.Ids());
        Assert.Equal((4, 2), (result.Total, result.LastPage));
    }

    [Theory]
    [InlineData(int.MinValue, 0)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Search_PageOutOfBounds_StaysWithinTheDepth(int page, int size)
    {
        var result = Search(Everywhere with { Page = page, PageSize = size }, Documents);

        Assert.InRange(result.Page * result.PageSize, 1, SearchRequest.MaxDepth);
    }

    [Fact]
    public void Search_Facets_CountAllMatchesByEntryAndAbove()
    {
        var result = Search(Everywhere with { PageSize = 1 }, Documents);

        Assert.Equal<EntryCount>([new("06", null, 2), new("06.01", "06", 1), new("06.02", "06", 1), new("07", null, 1)], result.Entries);
    }

    [Fact]
    public void Search_Facets_CountByAgency()
    {
        Assert.Equal<FacetCount<int>>([new FacetCount<int>(Given.Tenant, 3), new(Given.Neighbour, 1)], Search(Everywhere, Documents).Agencies);
    }

    [Fact]
    public void Search_Facets_CountByYearLatestFirst()
    {
        Assert.Equal<FacetCount<int>>([new FacetCount<int>(2022, 2), new(2021, 1), new(2020, 1)], Search(Everywhere, Documents).Years);
    }

    [Fact]
    public void Search_Facets_CountByGenreWhereThereIsOne()
    {
        Assert.Equal<FacetCount<string>>([new FacetCount<string>("通知", 2), new("报告", 1)], Search(Everywhere, Documents).Genres);
    }

    [Fact]
    public void Search_Facets_CountAcrossSegments()
    {
        // Arrange
        var index = Use(Given.Index(Folder.Of("segments"), Documents));
        index.Apply(Given.Batch(2, Given.Document("e", "部门预算五").PublishedOn(2022, 7, 1) with { EntryPath = ["06"], Genre = "报告" }));

        // Act
        var result = index.Search(Everywhere)!;

        // Assert
        Assert.Contains(new EntryCount("06", null, 3), result.Entries);
    }
}
