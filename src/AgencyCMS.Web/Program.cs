using AgencyCMS.Web.Hosting;

FileRights.KeepToOwner();
args = OperatorCommandLine.Arguments(args);
var isCommand = OperatorCommandLine.IsCommand(args);
try
{
    // A published program has its static files beside it, wherever it is started from; a built one finds them by its manifest.
    var isPublished = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = OperatorCommandLine.ServerArguments(args),
        ContentRootPath = isPublished ? AppContext.BaseDirectory : null,
    });

    builder.AddObservability(isCommand);
    builder.AddPlatform(isCommand);

    await using var app = builder.Build();

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
catch (Exception exception) when (StartFaults.Describe(exception, isCommand) is { } line)
{
    await Console.Error.WriteLineAsync(OperatorCommandLine.WantsDetails(args) ? line + Environment.NewLine + exception : line);
    return 1;
}

/// <summary>The host composes modules and themes; it holds no rules of its own.</summary>
public partial class Program;
