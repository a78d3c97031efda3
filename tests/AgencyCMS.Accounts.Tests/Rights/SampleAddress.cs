using Microsoft.AspNetCore.Routing.Patterns;

namespace AgencyCMS.Accounts.Tests.Rights;

/// <summary>An address that leads to an endpoint, made from its pattern; what it names need not exist.</summary>
internal static class SampleAddress
{
    public static string Of(RoutePattern pattern) => string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(ValueOf))).Where(text => text.Length > 0));

    private static string ValueOf(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => Sample(parameter),
        _ => throw new InvalidOperationException($"Unknown part {part}."),
    };

    private static string Sample(RoutePatternParameterPart parameter)
    {
        var constraints = parameter.ParameterPolicies.Select(policy => policy.Content ?? "").ToList();
        if (constraints.Find(text => text.StartsWith("range(", StringComparison.Ordinal)) is { } range)
        {
            return range["range(".Length..].Split(',', ')')[0];
        }
        if (constraints.Find(text => text.StartsWith("regex(^(", StringComparison.Ordinal)) is { } choice)
        {
            return choice["regex(^(".Length..].Split('|', ')')[0];
        }
        if (constraints.Find(text => text.StartsWith("length(", StringComparison.Ordinal)) is { } length)
        {
            return new string('x', int.Parse(length["length(".Length..].Split(',', ')')[0], System.Globalization.CultureInfo.InvariantCulture));
        }
        return constraints.Exists(text => text is "int" or "long" || text.StartsWith("min(", StringComparison.Ordinal)) ? "999999"
            : constraints.Contains("guid") ? Guid.Empty.ToString()
            : constraints.Contains("bool") ? "true"
            : constraints.Contains("datetime") ? "2026-01-01"
            : "sample";
    }
}
