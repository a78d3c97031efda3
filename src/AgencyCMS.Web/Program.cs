using AgencyCMS.Web.Hosting;

FileRights.KeepToOwner();
args = OperatorCommandLine.Arguments(args);
// A published program has its static files beside it, wherever it is started from; a built one finds them by its manifest.
var isPublished = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = OperatorCommandLine.ServerArguments(args),
    ContentRootPath = isPublished ? AppContext.BaseDirectory : null,
});
var isCommand = OperatorCommandLine.IsCommand(args);

builder.AddObservability(isCommand);
builder.AddPlatform(isCommand);

await using var app = builder.Build();
try
{
    // Side by side: neither needs the other, and together they are most of the start.
    var stores = Task.Run(app.PrepareStoresAsync);
    app.UsePlatform();
    app.CheckRules();
    await stores;

    await app.RunStartupTasksAsync();
    if (isCommand)
    {
        return await OperatorCommandLine.RunAsync(app.Services, args);
    }
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartFaults.Describe(exception) is { } line)
{
    await Console.Error.WriteLineAsync(line);
    return 1;
}

/// <summary>The host composes modules and themes; it holds no rules of its own.</summary>
public partial class Program;
