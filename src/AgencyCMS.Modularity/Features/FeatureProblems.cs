using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Modularity.Features;

/// <summary>Refusals when features are switched.</summary>
public static class FeatureProblems
{
    public static Problem Unknown(string id) =>
        Problem.Refused("features.unknown", "No loaded module has the feature “{0}”.", id);

    public static Problem CountyOnly(string id) =>
        Problem.Refused("features.county-only", "The feature “{0}” belongs to the county office and cannot be switched on for an agency.", id);

    public static Problem AlwaysEnabled(string id) =>
        Problem.Refused("features.always-enabled", "The feature “{0}” is always on.", id);

    public static Problem Core(string id) =>
        Problem.Refused("features.core", "The site cannot do without the feature “{0}”. Only the county disclosure office switches it, on its page of this site.", id);

    public static Problem NeededBy(string id, string other) =>
        Problem.Refused("features.needed-by", "The feature “{0}” is needed by “{1}”. Switch that one off first.", id, other);
}
