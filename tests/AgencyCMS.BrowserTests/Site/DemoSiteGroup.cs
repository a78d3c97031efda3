namespace AgencyCMS.BrowserTests.Site;

/// <summary>All browser tests look at one county.</summary>
[CollectionDefinition(Name)]
public sealed class DemoSiteGroup : ICollectionFixture<DemoSite>
{
    public const string Name = "demo county";
}
