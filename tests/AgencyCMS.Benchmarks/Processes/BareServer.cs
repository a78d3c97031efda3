using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Benchmarks.Processes;

/// <summary>What the platform is measured against: Kestrel with one endpoint that returns the same bytes from memory. Runs as a process of its own.</summary>
internal static class BareServer
{
    public const string Argument = "--bare";

    public static async Task RunAsync(string file, int port, string contentType)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.Urls.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        app.MapGet("/{**path}", context =>
        {
            context.Response.ContentType = contentType;
            context.Response.ContentLength = bytes.Length;
            return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
        });
        await app.RunAsync();
    }
}
