using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Domain;

/// <summary>
/// What a catalogue may look like as a tree. Recipe, form and import are held to it; a store that has something else in it, from before or from elsewhere, is read so that
/// every entry still stands somewhere and no page goes deeper than this.
/// </summary>
internal static class CatalogueShape
{
    /// <summary>The standard has three levels, an agency's own sections rarely two more.</summary>
    public const int MaxDepth = 8;

    /// <summary>The standard has some three hundred entries.</summary>
    public const int MaxEntries = 5000;

    /// <summary>How the entries stand, gone over once however they hang together.</summary>
    /// <param name="parents">Code of the parent of each code; null at the top.</param>
    /// <returns>The level of each entry, from 1. Those of a circle are at the top.</returns>
    public static CatalogueLevels Read(IReadOnlyDictionary<string, string?> parents)
    {
        var levels = new Dictionary<string, int>(parents.Count, StringComparer.Ordinal);
        var inCircle = new HashSet<string>(StringComparer.Ordinal);
        var climbed = new List<string>();
        foreach (var code in parents.Keys)
        {
            climbed.Clear();
            var underway = new HashSet<string>(StringComparer.Ordinal);
            string? at = code;
            while (at is not null && parents.ContainsKey(at) && !levels.ContainsKey(at) && underway.Add(at))
            {
                climbed.Add(at);
                at = parents[at];
            }
            // Climbed to where it was before: from there on it is a circle.
            foreach (var member in at is not null && underway.Contains(at) ? climbed[climbed.IndexOf(at)..] : [])
            {
                inCircle.Add(member);
                levels[member] = 1;
            }
            for (var i = climbed.Count - 1; i >= 0; i--)
            {
                if (!levels.ContainsKey(climbed[i]))
                {
                    levels[climbed[i]] = parents[climbed[i]] is { } parent && levels.TryGetValue(parent, out var level) ? level + 1 : 1;
                }
            }
        }
        return new CatalogueLevels(levels, inCircle);
    }

    /// <summary>Refuses a catalogue that is not a tree of the allowed size.</summary>
    public static Outcome Check(IReadOnlyDictionary<string, string?> parents)
    {
        if (parents.Count > MaxEntries)
        {
            return DisclosureProblems.CatalogueTooLarge();
        }
        var read = Read(parents);
        if (read.InCircle.Count > 0)
        {
            return DisclosureProblems.EntryBelowItself(read.InCircle.Order(StringComparer.Ordinal).First());
        }
        var deep = read.Levels.Where(pair => pair.Value > MaxDepth).OrderBy(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault();
        return deep is null ? Outcome.Done : DisclosureProblems.EntryTooDeep(deep);
    }
}

/// <summary>Where the entries of a catalogue stand.</summary>
/// <param name="Levels">Code → level, from 1.</param>
/// <param name="InCircle">Codes that stand below themselves.</param>
internal sealed record CatalogueLevels(IReadOnlyDictionary<string, int> Levels, IReadOnlySet<string> InCircle);
