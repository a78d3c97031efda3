using AgencyCMS.Testing.Databases;
using AgencyCMS.Testing.Files;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;

namespace AgencyCMS.Testing.Hosting;

internal sealed class TestHostFactory<TProgram> : WebApplicationFactory<TProgram>
    where TProgram : class
{
    private readonly TestDatabase _database;
    private readonly TestHostOptions _options;

    public TestHostFactory(TestDatabase database, TestHostOptions options)
    {
        _database = database;
        _options = options;
        if (options.ListensOnPort)
        {
            UseKestrel();
        }
    }

    public void Start()
    {
        if (_options.ListensOnPort)
        {
            StartServer();
        }
        else
        {
            _ = Server;
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_options.Environment);
        builder.UseContentRoot(Repository.PathOf("src", "AgencyCMS.Web"));
        if (_options.ListensOnPort)
        {
            // Told to the program before it is built. Told to the factory, the port would be set on the built server, while the program may have started it already.
            builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        }
        builder.UseSetting("AgencyCMS:PluginsPath", Path.Combine(_database.DataPath, "plugins"));
        // A test sends in a second what a reader sends in an hour.
        builder.UseSetting("AgencyCMS:Limits:PagesPerMinute", "0");
        builder.UseSetting("AgencyCMS:Limits:SearchesPerMinute", "0");
        foreach (var (key, value) in _database.Settings.Concat(_options.Settings))
        {
            builder.UseSetting(key, value);
        }
        builder.ConfigureTestServices(_options.Configure);
    }
}
