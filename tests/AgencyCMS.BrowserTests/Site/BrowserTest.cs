namespace AgencyCMS.BrowserTests.Site;

/// <summary>A test that looks at the one county; its pages are closed after it, since open ones go on working beside all that follow.</summary>
public abstract class BrowserTest(DemoSite site) : IAsyncLifetime
{
    protected DemoSite Site { get; } = site;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Site.ClosePagesAsync();
}
