using System.Collections.Frozen;
using System.Collections.Immutable;

namespace AgencyCMS.Modularity.Tenants;

/// <summary>An agency's space. Immutable; a change replaces the whole record in the <see cref="TenantDirectory"/>.</summary>
public sealed record Tenant
{
    /// <summary>IANA time zone of all China, which a county has unless it says otherwise.</summary>
    public const string UsualTimeZone = "Asia/Shanghai";

    public required TenantId Id { get; init; }

    /// <summary>Lower-case name in addresses and commands, 2 to 40 of a-z, 0-9 and hyphen.</summary>
    public required string Name { get; init; }

    /// <summary>The agency's full official name.</summary>
    public required string Title { get; init; }

    public required TenantKind Kind { get; init; }
    public required TenantState State { get; init; }

    /// <summary>Own host names, lower case, without port.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>First path segment on the default hosts; null for the county office and for tenants with host names only.</summary>
    public string? Prefix { get; init; }

    /// <summary>Which store holds its data; empty means the default one.</summary>
    public string Store { get; init; } = "";

    /// <summary>Language of its pages unless the reader chose another, such as <c>zh-CN</c>.</summary>
    public string Culture { get; init; } = "zh-CN";

    /// <summary>IANA time zone in which its legal dates are counted.</summary>
    public string TimeZone { get; init; } = UsualTimeZone;

    /// <summary>Feature id of its public theme.</summary>
    public string Theme { get; init; } = "AgencyCMS.Theme.Gov";

    public FrozenSet<string> Features { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Government-website identification code (网站标识码), 10 characters; empty when not yet given.</summary>
    public string SiteCode { get; init; } = "";

    /// <summary>Grows by one with every change of this record.</summary>
    public int Version { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Why it is suspended, shown to visitors; null otherwise.</summary>
    public string? Notice { get; init; }

    /// <summary>Why its store cannot be used on this node, in English; null when it can. Nothing that is recorded.</summary>
    public string? Fault { get; init; }

    /// <summary>When a deleted tenant is removed for good; null otherwise.</summary>
    public DateTimeOffset? RemoveAfter { get; init; }

    public bool IsCounty => Kind == TenantKind.CountyOffice;

    /// <summary>True when its pages are served.</summary>
    public bool IsRunning => State == TenantState.Running && Fault is null;

    public bool HasFeature(string featureId) => Features.Contains(featureId);
}
