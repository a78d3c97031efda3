using System.Collections.Immutable;
using AgencyCMS.Demo.Writing;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Demo.Contracts;

/// <summary>An invented agency that generated items belong to.</summary>
public sealed record DemoAgency
{
    /// <summary>Tenant name, <c>demo-0001</c> and so on.</summary>
    public required string Name { get; init; }

    /// <summary>Full official name.</summary>
    public required string Title { get; init; }

    public required string ShortTitle { get; init; }

    public required TenantKind Kind { get; init; }

    /// <summary>What its document numbers begin with.</summary>
    public required string DocumentPrefix { get; init; }

    /// <summary>A number in area 0000, which does not exist.</summary>
    public required string Phone { get; init; }

    /// <summary>Codes of the matters it writes about; empty for all.</summary>
    internal ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>The agency with a number; always the same one.</summary>
    /// <param name="number">From 1. Titles repeat after 3,168, names do not.</param>
    public static DemoAgency At(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        var grammar = Grammar.Shared;
        var kind = grammar.Agencies[(number - 1) % grammar.Agencies.Length];
        var county = grammar.Counties[(number - 1) / grammar.Agencies.Length % grammar.Counties.Length];
        var isTownship = kind.Kind == TenantKind.Township;
        return new DemoAgency
        {
            Name = FormattableString.Invariant($"demo-{number:0000}"),
            Title = $"{county}县{kind.Name}",
            ShortTitle = isTownship ? kind.Name.Replace("人民政府", "", StringComparison.Ordinal) : "县" + kind.Name,
            Kind = kind.Kind,
            DocumentPrefix = county + kind.Prefix,
            Phone = FormattableString.Invariant($"0000-86{number % 100_000:00000}"),
            Topics = [.. kind.Topics],
        };
    }
}
