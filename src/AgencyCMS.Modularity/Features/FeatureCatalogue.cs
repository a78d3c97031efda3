using System.Collections.Frozen;
using System.Collections.Immutable;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Modularity.Features;

/// <summary>All features of all loaded modules. Fixed for the life of the process; which are on is each tenant's matter.</summary>
public sealed class FeatureCatalogue
{
    private readonly FrozenDictionary<string, FeatureDescriptor> _byId;

    /// <exception cref="ArgumentException">Two features share an id.</exception>
    public FeatureCatalogue(IEnumerable<FeatureDescriptor> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        _byId = features.ToFrozenDictionary(feature => feature.Id, StringComparer.Ordinal);
        AlwaysEnabled = [.. _byId.Values.Where(feature => feature.IsAlwaysEnabled).Select(feature => feature.Id)];
    }

    /// <summary>Every feature, ordered by category and name.</summary>
    public IEnumerable<FeatureDescriptor> All => _byId.Values.OrderBy(feature => feature.Category, StringComparer.Ordinal)
        .ThenBy(feature => feature.Name, StringComparer.Ordinal);

    /// <summary>Ids of the features that every tenant has.</summary>
    public ImmutableArray<string> AlwaysEnabled { get; }

    /// <returns>Null when no loaded module has such a feature.</returns>
    public FeatureDescriptor? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The set of features a tenant has after switching some on, dependencies included.</summary>
    /// <returns>The new set, or every reason against it at once.</returns>
    public Outcome<FrozenSet<string>> Enable(TenantKind kind, IEnumerable<string> current, IEnumerable<string> ids)
    {
        var enabled = new HashSet<string>(current, StringComparer.Ordinal);
        var problems = new List<Problem>();
        foreach (var id in ids)
        {
            Add(id);
        }
        return problems.Count > 0 ? Outcome.Refused<FrozenSet<string>>(problems) : enabled.ToFrozenSet(StringComparer.Ordinal);

        void Add(string id)
        {
            if (Find(id) is not { } feature)
            {
                problems.Add(FeatureProblems.Unknown(id));
                return;
            }
            if (feature.CountyOnly && kind != TenantKind.CountyOffice)
            {
                problems.Add(FeatureProblems.CountyOnly(id));
                return;
            }
            if (!enabled.Add(id))
            {
                return;
            }
            foreach (var dependency in feature.Dependencies)
            {
                Add(dependency);
            }
        }
    }

    /// <summary>The set of features a tenant has after switching some off.</summary>
    /// <param name="current">Those that it has.</param>
    /// <param name="ids">Those that it shall not have.</param>
    /// <param name="byCounty">True when the county office does it; nobody else switches a core feature.</param>
    /// <returns>The new set; refused when another enabled feature depends on one of them, it is always on, or it is the county's to switch.</returns>
    public Outcome<FrozenSet<string>> Disable(IEnumerable<string> current, IReadOnlyCollection<string> ids, bool byCounty = false)
    {
        var remaining = new HashSet<string>(current, StringComparer.Ordinal);
        remaining.ExceptWith(ids);
        var problems = new List<Problem>();
        foreach (var id in ids)
        {
            if (Find(id) is null)
            {
                problems.Add(FeatureProblems.Unknown(id));
            }
            else if (AlwaysEnabled.Contains(id))
            {
                problems.Add(FeatureProblems.AlwaysEnabled(id));
            }
            else if (!byCounty && Find(id)!.IsCore) // found above
            {
                problems.Add(FeatureProblems.Core(id));
            }
            problems.AddRange(remaining.Where(other => Find(other) is { } feature && feature.Dependencies.Contains(id))
                .Select(other => FeatureProblems.NeededBy(id, other)));
        }
        return problems.Count > 0 ? Outcome.Refused<FrozenSet<string>>(problems) : remaining.ToFrozenSet(StringComparer.Ordinal);
    }
}
