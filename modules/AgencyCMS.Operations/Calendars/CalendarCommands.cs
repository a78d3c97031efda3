using System.CommandLine;
using System.Globalization;
using AgencyCMS.Data.Calendars;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Operations.Calendars;

/// <summary><c>calendar import FILE</c> and <c>calendar show YEAR</c>: the holidays by which limits are counted.</summary>
internal sealed class CalendarCommands(CountyCalendar calendar) : IOperatorCommands
{
    public IEnumerable<Command> Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "JSON with year, notice, off and makeUp; see docs/operating.md." };
        var import = new Command("import", "Keeps the holidays of a year, as the yearly notice has them.") { file };
        import.SetAction((parsed, cancellationToken) => ImportAsync(parsed, parsed.GetRequiredValue(file), cancellationToken));
        var year = new Argument<int>("YEAR") { Description = "Four digits." };
        var show = new Command("show", "Prints what is known of a year.") { year };
        show.SetAction((parsed, cancellationToken) => ShowAsync(parsed, parsed.GetValue(year), cancellationToken));
        yield return new Command("calendar", "The working days of the county.") { import, show };
    }

    private async Task<int> ImportAsync(ParseResult parsed, FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            return CommandConsole.Failed(parsed, [OperationsProblems.NoFile(file.FullName)]);
        }
        try
        {
            var year = await calendar.ImportAsync(await File.ReadAllTextAsync(file.FullName, cancellationToken), Actor.System.Name, cancellationToken);
            return CommandConsole.Done(parsed, new { year.Year, Off = year.Off.Count, MakeUp = year.MakeUp.Count }, string.Create(CultureInfo.InvariantCulture, $"{year.Year}: {year.Off.Count} days off, {year.MakeUp.Count} worked in exchange."));
        }
        catch (FormatException exception)
        {
            return CommandConsole.Failed(parsed, [OperationsProblems.NoCalendar(file.Name, exception.Message)]);
        }
    }

    private async Task<int> ShowAsync(ParseResult parsed, int year, CancellationToken cancellationToken) => await calendar.FindAsync(year, cancellationToken) is { } json
        ? CommandConsole.Done(parsed, System.Text.Json.Nodes.JsonNode.Parse(json)!, json.Trim()) // it was read before it was kept
        : CommandConsole.Failed(parsed, [OperationsProblems.YearNotKnown(year)]);
}
