using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Data.Tests.Sample;

/// <summary>Stores with two consumers: one with its effect in the county store, one with its effect in a file.</summary>
public abstract class ConsumerSuite(DatabaseProvider provider) : SampleSuite(provider)
{
    internal Mishaps Mishaps => Stores.Get<Mishaps>();

    internal static IChangeConsumer ConsumerOf(TestStores stores, string name) => name == NoteEffect.ConsumerName ? stores.Get<NoteConsumer>() : stores.Get<FileConsumer>();

    internal static Task<IReadOnlyList<long>> AppliedAsync(TestStores stores, string consumer, Tenant tenant) =>
        consumer == NoteEffect.ConsumerName ? stores.Get<NoteConsumer>().AppliedAsync(tenant) : stores.Get<FileConsumer>().AppliedAsync(tenant);

    protected static Task CatchUpAsync(TestStores stores, string consumer, Tenant tenant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stores);
        return stores.Get<ChangeFollower>().CatchUpAsync(ConsumerOf(stores, consumer), tenant, cancellationToken);
    }

    protected async Task AppendAsync(Tenant tenant, params IEnumerable<string> subjects)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        foreach (var subject in subjects)
        {
            await using var db = Stores.Sessions.Open(tenant.Id);
            db.Append(SampleChanges.Of(subject));
            await db.SaveChangesAsync();
        }
    }

    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services.AddSingleton<Mishaps>();
        services.AddSingleton<NoteEffect>();
        services.AddSingleton<CountyConsumer<NoteEffect>>();
        services.AddChangeConsumer<NoteConsumer>();
        services.AddChangeConsumer<FileConsumer>();
    }
}
