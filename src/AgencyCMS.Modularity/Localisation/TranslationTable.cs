using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using AgencyCMS.Modularity.Modules;

namespace AgencyCMS.Modularity.Localisation;

/// <summary>All translations of all modules: for each culture, English source sentence → sentence in that culture.</summary>
public sealed class TranslationTable
{
    private const string Prefix = "Localisation.";
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _byCulture;

    /// <summary>Reads the embedded <c>Localisation/{culture}.json</c> of the platform and of every module; a later module does not overrule an earlier one.</summary>
    public TranslationTable(IEnumerable<Assembly> assemblies)
    {
        var tables = new Dictionary<string, Dictionary<string, string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var assembly in assemblies.Distinct())
        {
            foreach (var (culture, entries) in Read(assembly))
            {
                var table = tables.TryGetValue(culture, out var known) ? known : tables[culture] = new(StringComparer.Ordinal);
                foreach (var (source, text) in entries)
                {
                    table.TryAdd(source, text);
                }
            }
        }
        _byCulture = tables.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The translation files of one assembly.</summary>
    public static IEnumerable<(string Culture, Dictionary<string, string> Entries)> Read(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var entries = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
            yield return (name[Prefix.Length..^".json".Length], entries);
        }
    }

    /// <summary>All platform and module assemblies that may hold translations.</summary>
    public static IEnumerable<Assembly> AssembliesOf(ModuleGraph graph) => graph.Modules.Select(module => module.Assembly)
        .Concat(graph.Modules.SelectMany(module => module.Assembly.GetReferencedAssemblies())
            .Where(name => name.Name!.StartsWith("AgencyCMS.", StringComparison.Ordinal)).DistinctBy(name => name.FullName).Select(Assembly.Load))
        .Prepend(typeof(TranslationTable).Assembly);

    /// <returns>Null when there is no translation: the English source is shown.</returns>
    public string? Find(CultureInfo culture, string source)
    {
        ArgumentNullException.ThrowIfNull(culture);
        for (var current = culture; current.Name.Length > 0; current = current.Parent)
        {
            if (_byCulture.TryGetValue(current.Name, out var table) && table.TryGetValue(source, out var text))
            {
                return text;
            }
        }
        return null;
    }
}
