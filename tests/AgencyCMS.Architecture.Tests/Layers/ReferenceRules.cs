namespace AgencyCMS.Architecture.Tests.Layers;

/// <summary>Who may refer to whom; each rule gives its breaches.</summary>
internal static class ReferenceRules
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["AgencyCMS.Modularity"] = [],
        ["AgencyCMS.Presentation"] = ["AgencyCMS.Modularity"],
        ["AgencyCMS.Recipes"] = ["AgencyCMS.Modularity"],
        ["AgencyCMS.Data"] = ["AgencyCMS.Modularity"],
        ["AgencyCMS.ContentManagement"] = ["AgencyCMS.Modularity", "AgencyCMS.Recipes", "AgencyCMS.Data"],
        ["AgencyCMS.Cases"] = ["AgencyCMS.Modularity", "AgencyCMS.Data"],
    };

    public static bool IsBase(string assembly) => Allowed.ContainsKey(assembly);

    public static IEnumerable<string> BaseRefersToWhatIsBelowIt(string assembly, IEnumerable<string> references) =>
        references.Except(Allowed[assembly]).Select(reference => $"{assembly} refers to {reference}.");

    public static IEnumerable<string> ModuleRefersToItsDependencies(string module, IEnumerable<string> references, IEnumerable<string> named) =>
        references.Except(Allowed.Keys).Except(named).Select(reference => $"{module} refers to {reference}, which its manifest does not name as a dependency.");

    public static IEnumerable<string> DependenciesExist(IEnumerable<(string Feature, IEnumerable<string> Dependencies)> features)
    {
        var named = features.ToList();
        var known = named.Select(feature => feature.Feature).ToHashSet();
        return named.SelectMany(feature => feature.Dependencies.Where(id => !known.Contains(id)).Select(id => $"{feature.Feature} depends on {id}, which no module has."));
    }

    public static IEnumerable<string> HostLoadsEveryProject(IEnumerable<string> projects, IEnumerable<string> loaded) =>
        projects.Except(loaded).Select(project => $"{project} is not loaded by the host.");
}
