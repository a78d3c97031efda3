using AgencyCMS.Testing;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Hosting;
using Xunit;

namespace AgencyCMS.Demo.Tests.Walking;

/// <summary>The demonstration county as a first start in Development sets it up; once for a class of tests.</summary>
public sealed class DemoCounty : IAsyncLifetime
{
    public TestHost<Program> Host { get; private set; } = null!; // xunit initialises before the first test

    public async Task InitializeAsync()
    {
        Host = await TestHost<Program>.StartAsync(options =>
        {
            options.Environment = "Development";
            options.Set("AgencyCMS:Accounts:SignInsPerMinute", "10000");
        });
        await Host.ConsumersAreIdleAsync();
        // The first round of the consumers may still be to come: the last agency's name says that it is over.
        using var reader = new Browser(Host.CreateClient());
        await reader.GetAsync("_theme/language?set=en");
        await Eventually.IsTrueAsync(
            async () => !(await reader.ReadAsync("search")).QuerySelectorAll("main option").Any(option => option.TextContent.Contains('县', StringComparison.Ordinal)), "the names of the agencies are known");
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
