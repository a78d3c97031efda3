using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AgencyCMS.BrowserTests.Site;

/// <summary>The demonstration county in a real host, and a real Chromium to look at it. Set up once for all browser tests.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    public const string Password = "Correct-horse-7-battery";
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private TestHost<Program>? _host;

    /// <summary>Root of the county's portal.</summary>
    public Uri Address => _host!.Address; // xunit calls InitializeAsync first

    /// <summary>The services of the host.</summary>
    public TestHost<Program> Host => _host!;

    public async Task InitializeAsync()
    {
        _host = await TestHost<Program>.StartAsync(options =>
        {
            options.ListensOnPort = true;
            options.Environment = "Development";
        });
        await _host.ConsumersAreIdleAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = FindChromium(),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    /// <summary>A page in a fresh profile.</summary>
    /// <param name="culture"><c>zh-CN</c> or <c>en</c>.</param>
    /// <param name="width">In CSS pixels: 1280 for a desk, 375 for a phone.</param>
    /// <param name="withScript">False to switch scripts off.</param>
    /// <param name="view"><c>standard</c>, <c>elder</c> or <c>contrast</c>.</param>
    public async Task<IPage> OpenAsync(string culture = "zh-CN", int width = 1280, bool withScript = true, string view = "standard")
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = withScript,
            Locale = culture,
        });
        await context.AddCookiesAsync([new() { Name = "culture", Value = Uri.EscapeDataString($"c={culture}|uic={culture}"), Url = Address.ToString() }, new() { Name = "view", Value = view, Url = Address.ToString() }]);
        return await context.NewPageAsync();
    }

    /// <summary>A page on which a new member of a tenant's staff has signed in.</summary>
    public async Task<IPage> SignInAsync(string tenant, string role, string culture = "zh-CN", int width = 1280, bool withScript = true)
    {
        var name = $"{tenant}.{role}.{Guid.NewGuid():N}"[..40];
        var accounts = Host.Services.GetRequiredService<IAccountProvisioning>();
        var request = new AccountRequest(name, name, [new MembershipRequest(tenant, [role])]) { Password = Password, MustChangePassword = false };
        Assert.False((await accounts.ProvisionAsync([request], CancellationToken.None)).IsRefused);
        var page = await OpenAsync(culture, width, withScript);
        await page.GotoAsync("account/sign-in");
        await SignInAsync(page, name);
        return page;
    }

    /// <summary>Signs in on a page that shows the form.</summary>
    public static async Task SignInAsync(IPage page, string name)
    {
        await page.FillAsync("input[name=UserName]", name);
        await page.FillAsync("input[name=Password]", Password);
        await page.ClickAsync("main button.is-primary, form button.is-primary");
        // The next page has begun, perhaps before we look; what a test does with it waits for itself.
        await Eventually.IsTrueAsync(() => !page.Url.Contains("sign-in", StringComparison.Ordinal), "the sign-in is left behind");
    }

    /// <summary>Closes every page that was opened.</summary>
    public async Task ClosePagesAsync()
    {
        foreach (var context in _browser!.Contexts.ToList())
        {
            await context.DisposeAsync();
        }
    }

    private static string FindChromium() => new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is missing; build/test installs it.");
}
