using AgencyCMS.Data.Stores;
using AgencyCMS.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Data.Tests.Sample;

/// <summary>Stores with one table of a module in the county store and one in tenants' stores.</summary>
public abstract class SampleSuite(DatabaseProvider provider) : StoreSuite(provider)
{
    internal static SampleRow Sample(string id, string text = "text") =>
        new() { Id = id, Text = text, HappenedAt = DateTimeOffset.UnixEpoch, DueOn = new DateOnly(2026, 12, 18) };

    protected override void Configure(IServiceCollection services)
    {
        services.AddSchemaSteps(typeof(SampleSuite).Assembly);
        services.AddTenantModel<SampleTenantModel>();
        services.AddCountyModel<SampleCountyModel>();
    }
}
