using System.Runtime.CompilerServices;
using AgencyCMS.Data.Changes;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Operations.Verify;

/// <summary>A change log has no gaps, but where the store was put back from a backup, and ends where its counter stands.</summary>
internal sealed class ChangeLogVerification(ChangeLog log) : IVerification
{
    private const int Portion = 1000;

    public string Name => "data.change-log";

    public async IAsyncEnumerable<string> FindFaultsAsync(Tenant tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        // The counter first: what is appended meanwhile lies above it.
        var head = await log.ReadHeadAsync(tenant.Id, cancellationToken);
        var last = 0L;
        IReadOnlyList<Change> changes;
        do
        {
            changes = await log.ReadAsync(tenant.Id, last, Portion, cancellationToken);
            foreach (var change in changes)
            {
                if (change.Sequence != last + 1 && change.Kind != StoreChanges.Restored)
                {
                    yield return FormattableString.Invariant($"The change log lacks the changes {last + 1} to {change.Sequence - 1}.");
                }
                last = change.Sequence;
            }
        }
        while (changes.Count == Portion);
        if (last < head)
        {
            yield return FormattableString.Invariant($"The change log ends at {last}, but {head} numbers were given.");
        }
    }
}
