using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Import.Reading;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using Spectre.Console;

namespace AgencyCMS.Disclosure.Import.Command;

/// <summary>The command <c>import FILE (--tenant NAME | --by COLUMN) [--map FILE] [--dry-run]</c>.</summary>
internal sealed class ImportCommand(DisclosureImport import, TenantDirectory directory, StoreSessions stores) : IOperatorCommands
{
    public IEnumerable<System.CommandLine.Command> Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A .jsonl, .csv or .xlsx file." };
        var tenant = new Option<string?>("--tenant") { Description = "Name of the tenant that all lines go to." };
        var by = new Option<string?>("--by") { Description = "Column that names the tenant of each line." };
        var map = new Option<FileInfo?>("--map") { Description = "JSON file with columns, values and defaults." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would be done." };
        var command = new System.CommandLine.Command("import", "Import disclosures from a file; safe to repeat and to break off.") { file, tenant, by, map, dryRun };
        command.Validators.Add(result =>
        {
            if (result.GetValue(tenant) is null == result.GetValue(by) is null)
            {
                result.AddError("Give either --tenant NAME or --by COLUMN.");
            }
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed, parsed.GetValue(file)!, new ImportRoute(parsed.GetValue(tenant), parsed.GetValue(by)), parsed.GetValue(map), parsed.GetValue(dryRun), cancellationToken));
        yield return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, FileInfo file, ImportRoute route, FileInfo? mapFile, bool isDryRun, CancellationToken cancellationToken)
    {
        if (Refuse(file, mapFile, route) is { } refusal)
        {
            return CommandConsole.Failed(parsed, [refusal]);
        }
        ImportMap map;
        try
        {
            map = mapFile is null ? new ImportMap() : await ImportMap.ReadAsync(mapFile.FullName, cancellationToken);
        }
        catch (JsonException exception)
        {
            return CommandConsole.Failed(parsed, [ImportProblems.MapNotReadable(mapFile!.Name, exception.Message)]);
        }
        var report = new ImportReport { File = file.Name, IsDryRun = isDryRun };
        try
        {
            await ShowAsync(parsed, progress => import.RunAsync(file.FullName, route, map, report, progress, cancellationToken));
        }
        catch (Exception exception) when (ImportFile.IsUnreadable(exception))
        {
            return CommandConsole.Failed(parsed, [ImportProblems.NotReadable(file.Name, exception.Message)]);
        }
        foreach (var name in report.Tenants.Keys)
        {
            await NodeBell.RingAsync(stores, directory.FindByName(name)!.Id, CancellationToken.None); // it was imported into just now
        }
        CommandConsole.Done(parsed, report, Describe(report));
        return report.Refused > 0 ? 1 : 0;
    }

    private Problem? Refuse(FileInfo file, FileInfo? mapFile, ImportRoute route) =>
        !file.Exists ? ImportProblems.FileMissing(file.FullName)
        : !ImportFile.CanRead(file.Name) ? ImportProblems.FormatUnknown(file.Name)
        : mapFile is { Exists: false } ? ImportProblems.FileMissing(mapFile.FullName)
        : route.TenantName is { } name && directory.FindByName(name) is null ? TenantProblems.NotFound(name)
        : null;

    private static async Task ShowAsync(ParseResult parsed, Func<Func<ImportReport, Task>?, Task> work)
    {
        if (parsed.GetValue(CommandConsole.Json) || Console.IsErrorRedirected)
        {
            await work(null);
            return;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Status().StartAsync("…", status => work(report =>
        {
            status.Status(string.Create(CultureInfo.InvariantCulture, $"{report.Lines:N0} lines read, {report.Created:N0} new, {report.Updated:N0} changed, {report.Unchanged:N0} unchanged, {report.Refused:N0} refused"));
            return Task.CompletedTask;
        }));
    }

    private static string Describe(ImportReport report)
    {
        var text = new StringBuilder();
        var culture = CultureInfo.InvariantCulture;
        text.Append(culture, $"{report.File}: {report.Lines} lines, {report.Created} new, {report.Updated} changed, {report.Unchanged} unchanged, {report.Refused} refused{(report.IsDryRun ? "; nothing was written" : "")}");
        foreach (var (name, count) in report.Tenants)
        {
            text.Append(culture, $"\n  {name}: {count}");
        }
        if (report.EntriesChosen > 0)
        {
            text.Append(culture, $"\n  {report.EntriesChosen} lines named no catalogue entry; it was chosen by their title.");
        }
        foreach (var (column, count) in report.UnknownColumns)
        {
            text.Append(culture, $"\n  not known: {column} ({count} lines)");
        }
        foreach (var refusal in report.Refusals)
        {
            text.Append(culture, $"\n  line {refusal.Line} refused: {string.Join(' ', refusal.Reasons)}");
        }
        return text.ToString();
    }
}
