using System.Collections.Immutable;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Presentation.Http;
using AgencyCMS.Tenants.Contracts;

namespace AgencyCMS.Tenants.Domain;

/// <summary>What a tenant's description must be in itself; whether it clashes with another tenant is for the records to say.</summary>
internal static class TenantRules
{
    private const int SiteCodeLength = 10;

    /// <summary>The same with blanks and unseen accidents taken off and host names in lower case.</summary>
    public static TenantDescription Tidy(TenantDescription description) => description with
    {
        Name = description.Name.Trim().ToLowerInvariant(),
        Title = StorableText.Tidy(description.Title).Trim(),
        Prefix = description.Prefix?.Trim().Trim('/').ToLowerInvariant() is { Length: > 0 } prefix ? prefix : null,
        Hosts = [.. description.Hosts.Select(host => host.Trim().ToLowerInvariant()).Where(host => host.Length > 0).Distinct(StringComparer.Ordinal)],
        SiteCode = description.SiteCode.Trim().ToUpperInvariant(),
    };

    /// <summary>Every reason against a description, at once.</summary>
    public static ImmutableArray<Problem> Check(TenantDescription description, TenantKind kind, DefaultHosts defaultHosts)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        problems.AddRange(TenantNames.CheckName(description.Name));
        if (description.Title.Length == 0)
        {
            problems.Add(TenantRefusals.TitleMissing());
        }
        if (Characters.Exceeds(description.Title, TenantRefusals.MaxTitleLength))
        {
            problems.Add(TenantRefusals.TitleTooLong());
        }
        if (TextProblems.CheckSeen(nameof(description.Title), description.Title) is { } unseen)
        {
            problems.Add(unseen);
        }
        problems.AddRange(CheckAddress(description, kind));
        problems.AddRange(description.Hosts.SelectMany(TenantNames.CheckHost));
        problems.AddRange(description.Hosts.Where(defaultHosts.Contains).Select(TenantRefusals.DefaultHost));
        if (description.SiteCode.Length > 0 && (description.SiteCode.Length != SiteCodeLength || !description.SiteCode.All(char.IsAsciiLetterOrDigit)))
        {
            problems.Add(TenantRefusals.SiteCodeNotValid());
        }
        return problems.ToImmutable();
    }

    private static IEnumerable<Problem> CheckAddress(TenantDescription description, TenantKind kind)
    {
        if (kind == TenantKind.CountyOffice)
        {
            return description.Prefix is null ? [] : [TenantRefusals.CountyHasNoPrefix()];
        }
        if (description.Prefix is null)
        {
            return description.Hosts.Length > 0 ? [] : [TenantRefusals.NoAddress()];
        }
        // A prefix that is the name has been found fault with already.
        return description.Prefix == description.Name ? [] : TenantNames.CheckPrefix(description.Prefix);
    }
}
