using System.Globalization;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Import.Attaching;
using AgencyCMS.Disclosure.Import.Planning;
using AgencyCMS.Disclosure.Import.Reading;
using AgencyCMS.Disclosure.Import.Runs;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Import.PrepareImport;

/// <summary>Reads the first lines of an uploaded table.</summary>
internal sealed class PrepareImportQuery(ImportFolder folder, CatalogueTree catalogue, TenantDirectory directory, TenantScopes scopes)
{
    private const int LinesForColumns = 100;
    private const int LinesShown = 10;
    private const int ExampleCharacters = 60;

    /// <summary>The form with what the run's mapping says so far.</summary>
    /// <param name="run">An import that is being prepared; its upload is there.</param>
    /// <param name="choosesSite">True for who may import into the sites of others.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<PrepareImportForm> ReadAsync(ImportRunRow run, bool choosesSite, CancellationToken cancellationToken)
    {
        var map = ImportRunner.MapOf(run);
        var form = new PrepareImportForm
        {
            Entry = map.Defaults.GetValueOrDefault("entry"),
            Into = run.ByColumn is null ? run.IntoTenantId?.ToString(CultureInfo.InvariantCulture) : PrepareImportForm.ByColumn,
            By = run.ByColumn,
            OverwritesCorrections = run.OverwritesCorrections,
        };
        await FillAsync(form, run, choosesSite, cancellationToken);
        foreach (var column in form.Columns)
        {
            column.Property = map.PropertyOf(column.Name);
        }
        // Whoever names an agency in each line hardly means the site from which the file was uploaded.
        if (choosesSite && run is { ByColumn: null, Map: var said } && said == new ImportMap().Write() && form.Columns.FirstOrDefault(column => column.Property == "agency") is { } named)
        {
            (form.Into, form.By) = (PrepareImportForm.ByColumn, named.Name);
        }
        return form;
    }

    /// <summary>Adds to a form what is shown beside the choices. The columns are those of the table, whatever was sent.</summary>
    public async Task FillAsync(PrepareImportForm form, ImportRunRow run, bool choosesSite, CancellationToken cancellationToken)
    {
        var chosen = form.Columns.GroupBy(column => column.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Property, StringComparer.Ordinal);
        var map = ImportRunner.MapOf(run);
        var columns = new Dictionary<string, ColumnChoice>(StringComparer.Ordinal);
        var lines = new List<ImportLine>();
        var read = 0;
        await foreach (var record in ImportFile.ReadAsync(folder.TableOf(run), cancellationToken))
        {
            foreach (var (name, value) in record.Values)
            {
                columns.TryAdd(name, new ColumnChoice { Name = name, Property = chosen.GetValueOrDefault(name), Example = Shorten(value?.ToString() ?? "") });
            }
            if (lines.Count < LinesShown)
            {
                lines.Add(AttachmentFolder.Find(ImportLine.Read(record, map), folder.TableOf(run)));
            }
            if (++read == LinesForColumns)
            {
                break;
            }
        }
        form.Run = run;
        form.Columns = [.. columns.Values];
        form.Preview = await LookAheadAsync(lines, run, cancellationToken);
        form.Entries = [.. (await catalogue.GetAsync(cancellationToken)).All.Where(node => node.Children.Count == 0)];
        form.Sites = choosesSite ? [.. directory.All.Where(tenant => ImportRoute.Refuse(tenant) is null)] : [];
    }

    // What the import would say of them; of lines that go to the sites of a column, only what is wrong with them in themselves.
    private async Task<IReadOnlyList<(ImportLine Line, IReadOnlyList<Problem> Notes)>> LookAheadAsync(List<ImportLine> lines, ImportRunRow run, CancellationToken cancellationToken)
    {
        var notes = lines.ToDictionary(line => line.Line, line => line.Faults);
        if (run.IntoTenantId is { } into && directory.Find(new TenantId(into)) is { } tenant && ImportRoute.Refuse(tenant) is null)
        {
            await using var scope = scopes.Open(tenant, Actor.Service("import"));
            var sound = lines.Where(line => line.Faults.Count == 0).ToList();
            foreach (var plan in await scope.ServiceProvider.GetRequiredService<ImportPlanner>().PlanAsync(sound, run.OverwritesCorrections, cancellationToken))
            {
                notes[plan.Line.Line] = [.. plan.Problems, .. plan.Notes];
            }
        }
        return [.. lines.Select(line => (line, notes[line.Line]))];
    }

    private static string Shorten(string text) => text.Length <= ExampleCharacters ? text : text[..ExampleCharacters] + "…";
}
