using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Data.Tests.Sample;

/// <summary>Notes every change in the county store. Not idempotent: a change that is applied twice is noted twice.</summary>
internal sealed class NoteEffect(Mishaps mishaps) : ICountyEffect
{
    public const string ConsumerName = "sample.notes";

    public string Name => ConsumerName;

    public Task ApplyAsync(CountyDb db, Tenant tenant, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            db.Add(new NoteRow { TenantId = tenant.Id.Value, SubjectId = change.SubjectId, Sequence = change.Sequence });
        }
        mishaps.At(ConsumerStep.BeforeCommit, changes);
        return Task.CompletedTask;
    }
}
