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

/// <summary>The commands <c>import FILE (--tenant NAME | --by COLUMN) [--map FILE] [--overwrite-corrections] [--dry-run]</c> and <c>import withdraw ID --reason TEXT --yes</c>.</summary>
internal sealed class ImportCommand(DisclosureImport import, CommandRuns runs, WithdrawCommand withdraw, TenantDirectory directory, StoreSessions stores) : IOperatorCommands
{
    public IEnumerable<System.CommandLine.Command> Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A .jsonl, .csv or .xlsx file." };
        var tenant = new Option<string?>("--tenant") { Description = "Name of the tenant that all lines go to." };
        var by = new Option<string?>("--by") { Description = "Column that names the tenant of each line." };
        var map = new Option<FileInfo?>("--map") { Description = "JSON file with columns, values and defaults." };
        var overwrite = new Option<bool>("--overwrite-corrections") { Description = "Where a column has changed in the file, take its value also where the item was corrected by hand." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would be done." };
        var command = new System.CommandLine.Command("import", "Import disclosures from a file; safe to repeat and to break off.") { file, tenant, by, map, overwrite, dryRun };
        command.Add(withdraw.Create());
        command.Validators.Add(result =>
        {
            if (result.GetValue(tenant) is null == result.GetValue(by) is null)
            {
                result.AddError("Give either --tenant NAME or --by COLUMN.");
            }
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed, parsed.GetValue(file)!, parsed.GetValue(tenant), parsed.GetValue(by), parsed.GetValue(map), new Manner(parsed.GetValue(overwrite), parsed.GetValue(dryRun)), cancellationToken));
        yield return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, FileInfo file, string? tenantName, string? column, FileInfo? mapFile, Manner manner, CancellationToken cancellationToken)
    {
        if (Refuse(file, mapFile, tenantName) is { } refusal)
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
        // From here on the ids count, whatever the tenants are called when the import ends.
        var route = new ImportRoute(tenantName is null ? null : directory.FindByName(tenantName)!.Id, column, column is null ? null : SiteNames.Of(directory)); // looked for above
        var run = manner.IsDryRun ? null : await runs.BeginAsync(file.Name, route, map, manner.OverwritesCorrections, cancellationToken);
        var report = new ImportReport { File = file.Name, IsDryRun = manner.IsDryRun, OverwritesCorrections = manner.OverwritesCorrections, ImportId = run?.ImportId ?? "" };
        try
        {
            await ShowAsync(parsed, progress => import.RunAsync(file.FullName, route, map, report, progress, cancellationToken));
        }
        catch (Exception exception) when (ImportFile.IsUnreadable(exception))
        {
            return CommandConsole.Failed(parsed, [ImportFile.Describe(exception, file.Name)]);
        }
        await (run is null ? Task.CompletedTask : runs.EndAsync(run, report));
        foreach (var id in report.TenantIds)
        {
            await NodeBell.RingAsync(stores, new TenantId(id), CancellationToken.None);
        }
        CommandConsole.Done(parsed, report, Describe(report));
        return report.Refused > 0 ? 1 : 0;
    }

    private Problem? Refuse(FileInfo file, FileInfo? mapFile, string? tenantName) =>
        !file.Exists ? ImportProblems.FileMissing(file.FullName)
        : !ImportFile.CanRead(file.Name) ? ImportProblems.FormatUnknown(file.Name)
        : mapFile is { Exists: false } ? ImportProblems.FileMissing(mapFile.FullName)
        : tenantName is not null && directory.FindByName(tenantName) is null ? TenantProblems.NotFound(tenantName)
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
        if (report.Scheduled > 0)
        {
            text.Append(culture, $"\n  {report.Scheduled} of the new ones are to be published at a moment to come.");
        }
        if (report.EntriesChosen > 0)
        {
            text.Append(culture, $"\n  {report.EntriesChosen} lines named no catalogue entry; it was chosen by their title.");
        }
        foreach (var (column, count) in report.UnknownColumns)
        {
            text.Append(culture, $"\n  not known: {column} ({count} lines)");
        }
        foreach (var note in report.Notes)
        {
            text.Append(culture, $"\n  line {note.Line}: {note.ToProblem().ToEnglish()}");
        }
        if (report.NotesTotal > report.Notes.Count)
        {
            text.Append(culture, $"\n  and {report.NotesTotal - report.Notes.Count} lines more of this kind.");
        }
        foreach (var refusal in report.Refusals)
        {
            text.Append(culture, $"\n  line {refusal.Line} refused: {string.Join(' ', refusal.Reasons)}");
        }
        if (report.ImportId.Length > 0 && report.Created > 0)
        {
            text.Append(culture, $"\n  To take back what it brought: import withdraw {report.ImportId} --reason TEXT --yes");
        }
        return text.ToString();
    }

    private sealed record Manner(bool OverwritesCorrections, bool IsDryRun);
}
