using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Searching;
using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Results;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AgencyCMS.Search.Tests.Engine;

/// <summary>What the reader may not see does not match and does not count, in the county's index as in a tenant's.</summary>
public sealed class SearchAudienceTests : EngineTest
{
    private static readonly SearchDocument[] Documents =
        [.. new[] { Given.Tenant, Given.Neighbour }.SelectMany(tenant => new (string Id, Audience Audience, string? Group)[]
        {
            ("public", Audience.Public, null),
            ("staff", Audience.Staff, null),
            ("leaders", Audience.Group, "领导"),
        }.Select(kind => Given.Document($"{kind.Id}-{tenant}", "内部通知", "绝密词语") with
        {
            Tenant = new(tenant),
            Audience = kind.Audience,
            AudienceGroup = kind.Group,
            EntryPath = [$"entry-{kind.Id}-{tenant}"],
            Genre = $"genre-{kind.Id}-{tenant}",
        }))];

    private static SearchRequest County(SearchAudience audience) => Given.Request("通知") with
    {
        Audience = audience,
        Tenants = TenantScope.Of(Given.Tenant, Given.Neighbour),
    };

    [Fact]
    public void Search_AsThePublic_FindsPublicDocumentsOnly()
    {
        Assert.Equal(["public-7", "public-8"], Found(County(SearchAudience.Public)));
    }

    [Fact]
    public void Search_AsStaff_FindsInternalDocumentsOfOwnTenantOnly()
    {
        Assert.Equal(["public-7", "public-8", "staff-7"], Found(County(SearchAudience.Public.WithStaffOf(Given.Tenant))));
    }

    [Fact]
    public void Search_AsGroupMember_FindsTheGroupsDocumentsOfOwnTenantOnly()
    {
        Assert.Equal(["leaders-8", "public-7", "public-8"], Found(County(SearchAudience.Public.WithGroupOf(Given.Neighbour, "领导"))));
    }

    [Fact]
    public void Search_TenantOutOfScope_IsNotFoundInASharedIndex()
    {
        Assert.Equal(["public-7"], Found(County(SearchAudience.Public) with { Tenants = TenantScope.Of(Given.Tenant) }));
    }

    [Fact]
    public void Search_TenantOutOfScopeAsFilter_FindsNothing()
    {
        Assert.Empty(Found(County(SearchAudience.Public) with { Tenants = TenantScope.Of(Given.Tenant), Agency = Given.Neighbour }));
    }

    [Fact]
    public void Search_HiddenDocuments_AreInNoFacet()
    {
        // Act
        var result = Search(County(SearchAudience.Public) with { Tenants = TenantScope.Of(Given.Tenant) }, Documents);

        // Assert
        Assert.Equal(1, result.Total);
        Assert.Equal<EntryCount>([new("entry-public-7", null, 1)], result.Entries);
        Assert.Equal<FacetCount<string>>([new FacetCount<string>("genre-public-7", 1)], result.Genres);
        Assert.Equal<FacetCount<int>>([new FacetCount<int>(Given.Tenant, 1)], result.Agencies);
        Assert.Equal<FacetCount<int>>([new FacetCount<int>(2022, 1)], result.Years);
    }

    [Fact]
    public void Search_SentenceHeldByHiddenDocumentOnly_IsNotGivenAwayByLooseSearch()
    {
        Assert.Empty(Search(
            Given.Request("绝密词语清单"),
            Given.Document("hidden", "内部", "绝密词语清单") with { Audience = Audience.Staff }).Hits);
    }

    [Property(MaxTest = 30)]
    public Property Search_AnyRights_FindsExactlyWhatTheyAllow(bool staffHere, bool staffThere, bool leaderHere, bool inScope) => Prop.ToProperty(() =>
    {
        // Arrange
        var audience = SearchAudience.Public;
        audience = staffHere ? audience.WithStaffOf(Given.Tenant) : audience;
        audience = staffThere ? audience.WithStaffOf(Given.Neighbour) : audience;
        audience = leaderHere ? audience.WithGroupOf(Given.Tenant, "领导") : audience;
        var scope = inScope ? TenantScope.Of(Given.Tenant, Given.Neighbour) : TenantScope.Of(Given.Tenant);
        var allowed = new (string Id, bool Is)[]
        {
            ("leaders-7", leaderHere), ("leaders-8", false), ("public-7", true), ("public-8", inScope),
            ("staff-7", staffHere), ("staff-8", staffThere && inScope),
        };

        // Assert
        Assert.Equal(allowed.Where(document => document.Is).Select(document => document.Id), Found(County(audience) with { Tenants = scope }));
    });

    private string[] Found(SearchRequest request) => [.. Search(request, Documents).Ids().Order(StringComparer.Ordinal)];
}
