using System.CommandLine;
using AgencyCMS.Benchmarks;
using AgencyCMS.Benchmarks.Processes;
using AgencyCMS.Benchmarks.Scenarios;

if (args is [BareServer.Argument, var file, var port, var contentType])
{
    await BareServer.RunAsync(file, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), contentType);
    return 0;
}

IScenario[] all =
[
    new CachedPage(), new UncachedHome(), new ListOfItems(), new TenantSearch(), new CountySearch(), new HostileSearch(), new Highlighting(), new PublishUntilSeen(), new ImportRate(), new CreateTenant(), new TenantList(), new StartUp(), new IdleMemory(), new ColdTenant(), new TouchedMemory(),
];
var names = new Argument<string[]>("SCENARIO") { Description = "Which to run: " + string.Join(", ", all.Select(scenario => scenario.Name)) + "; all without one.", Arity = ArgumentArity.ZeroOrMore };
names.AcceptOnlyFromAmong([.. all.Select(scenario => scenario.Name)]);
var items = new Option<int>("--items") { Description = "Items of a tenant where a scenario needs many.", DefaultValueFactory = _ => 100_000 };
var tenants = new Option<int>("--tenants") { Description = "Tenants where a scenario needs many.", DefaultValueFactory = _ => 3000 };
var seconds = new Option<int>("--seconds") { Description = "Length of a measurement.", DefaultValueFactory = _ => 30 };
var warmUp = new Option<int>("--warm-up") { Description = "Seconds of load before a measurement.", DefaultValueFactory = _ => 120 };
var connections = new Option<int>("--connections") { Description = "Connections of the load generator.", DefaultValueFactory = _ => 8 };
var data = new Option<string>("--data") { Description = "Folder of the generated data; kept and used again.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "agencycms-benchmarks") };
var prepared = new Option<bool>("--prepared") { Description = "The generated data are there and were indexed by this program; neither is done again." };

var command = new RootCommand("Measures AgencyCMS against the budgets of its design; see docs/benchmarks.md. The table goes to standard output, all else to standard error.")
{
    names, items, tenants, seconds, warmUp, connections, data, prepared,
};
command.SetAction(async (parsed, cancellationToken) =>
{
    var options = new BenchmarkOptions
    {
        Items = parsed.GetValue(items),
        Tenants = parsed.GetValue(tenants),
        Seconds = parsed.GetValue(seconds),
        WarmUpSeconds = parsed.GetValue(warmUp),
        Connections = parsed.GetValue(connections),
        IsPrepared = parsed.GetValue(prepared),
        DataPath = Path.GetFullPath(parsed.GetValue(data)!), // has a default
    };
    var wanted = parsed.GetValue(names) is { Length: > 0 } some ? all.Where(scenario => some.Contains(scenario.Name)) : all;
    await Report.RunAsync(wanted, options, cancellationToken);
    return 0;
});
return await command.Parse(args).InvokeAsync();
