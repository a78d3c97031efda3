using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Presentation;

/// <summary>What agencies are called on pages of other sites.</summary>
public interface IAgencyTitles
{
    /// <summary>The titles in the reader's language.</summary>
    ValueTask<AgencyTitles> GetAsync(CancellationToken cancellationToken);
}

/// <summary>Titles of agencies in one language.</summary>
/// <param name="translated">Number of the tenant → its title in that language; those without one keep their official title.</param>
public sealed class AgencyTitles(IReadOnlyDictionary<int, string> translated)
{
    /// <summary>All by their official titles.</summary>
    public static AgencyTitles Official { get; } = new(new Dictionary<int, string>());

    public string Of(Tenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return translated.GetValueOrDefault(tenant.Id.Value) ?? tenant.Title;
    }
}

/// <summary>Where nobody keeps translations, every agency has its official title.</summary>
internal sealed class OfficialTitles : IAgencyTitles
{
    public ValueTask<AgencyTitles> GetAsync(CancellationToken cancellationToken) => new(AgencyTitles.Official);
}
