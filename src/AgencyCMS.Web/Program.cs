using AgencyCMS.Web.Hosting;

var builder = WebApplication.CreateBuilder(OperatorCommandLine.ServerArguments(args));
var isCommand = OperatorCommandLine.IsCommand(args);

builder.AddObservability(isCommand);
builder.AddPlatform(isCommand);

await using var app = builder.Build();
app.UsePlatform();
app.CheckRules();

await app.PrepareAsync();
if (isCommand)
{
    return await OperatorCommandLine.RunAsync(app.Services, args);
}
await app.RunAsync();
return 0;

/// <summary>The host composes modules and themes; it holds no rules of its own.</summary>
public partial class Program;
