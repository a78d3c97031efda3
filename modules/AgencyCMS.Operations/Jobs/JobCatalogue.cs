using AgencyCMS.Modularity.Operations;

namespace AgencyCMS.Operations.Jobs;

/// <summary>The recurring jobs of all modules, by name.</summary>
internal sealed class JobCatalogue
{
    private readonly Dictionary<string, IRecurringJob> _byName;

    /// <exception cref="InvalidOperationException">Two jobs have the same name.</exception>
    public JobCatalogue(IEnumerable<ICountyJob> countyJobs, IEnumerable<ITenantJob> tenantJobs)
    {
        _byName = new(StringComparer.Ordinal);
        foreach (var job in countyJobs.Concat<IRecurringJob>(tenantJobs))
        {
            if (!_byName.TryAdd(job.Name, job))
            {
                throw new InvalidOperationException($"Two recurring jobs are named “{job.Name}”.");
            }
        }
        All = [.. _byName.Values.OrderBy(job => job.Name, StringComparer.Ordinal)];
    }

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<IRecurringJob> All { get; }

    /// <returns>Null when no loaded module has it.</returns>
    public IRecurringJob? Find(string name) => _byName.GetValueOrDefault(name);
}
