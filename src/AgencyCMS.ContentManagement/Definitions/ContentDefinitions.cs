using System.Collections.Immutable;

namespace AgencyCMS.ContentManagement.Definitions;

/// <summary>All content types and parts of a tenant. Never changed in place; names are compared exactly.</summary>
public sealed record ContentDefinitions
{
    public static ContentDefinitions Empty { get; } = new();

    public ImmutableSortedDictionary<string, ContentTypeDefinition> Types { get; init; } = ImmutableSortedDictionary.Create<string, ContentTypeDefinition>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, ContentPartDefinition> Parts { get; init; } = ImmutableSortedDictionary.Create<string, ContentPartDefinition>(StringComparer.Ordinal);

    public ContentTypeDefinition? FindType(string name) => Types.GetValueOrDefault(name);

    public ContentPartDefinition? FindPart(string name) => Parts.GetValueOrDefault(name);

    /// <summary>
    /// Adds what is new and updates what is there: settings are merged, listed parts and fields are added or updated, and nothing is
    /// removed. Of a type without a display name, display name and settings stay as they are.
    /// </summary>
    public ContentDefinitions MergedWith(ContentDefinitions other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            Types = Types.SetItems(other.Types.Values.Select(type => KeyValuePair.Create(type.Name, Merge(FindType(type.Name), type)))),
            Parts = Parts.SetItems(other.Parts.Values.Select(part => KeyValuePair.Create(part.Name, Merge(FindPart(part.Name), part)))),
        };
    }

    /// <summary>Drops the types and parts of those names and puts the others in their place; the rest stays.</summary>
    public ContentDefinitions ReplacedBy(ContentDefinitions other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Without(other.Types.Keys, other.Parts.Keys).MergedWith(other);
    }

    /// <summary>Drops types and parts; names that do not exist are passed over. Items and their data stay.</summary>
    public ContentDefinitions Without(IEnumerable<string> types, IEnumerable<string> parts) =>
        this with { Types = Types.RemoveRange(types), Parts = Parts.RemoveRange(parts) };

    private static ContentTypeDefinition Merge(ContentTypeDefinition? old, ContentTypeDefinition added)
    {
        var known = old ?? new() { Name = added.Name, DisplayName = added.Name };
        var isNamed = added.DisplayName.Length > 0;
        return known with
        {
            DisplayName = isNamed ? added.DisplayName : known.DisplayName,
            Settings = isNamed || old is null ? known.Settings.MergedWith(added.Settings) : known.Settings,
            Parts = Merge(known.Parts, added.Parts, part => part.Name, (before, after) => after with { Settings = before.Settings.MergedWith(after.Settings) }),
        };
    }

    private static ContentPartDefinition Merge(ContentPartDefinition? old, ContentPartDefinition added)
    {
        var known = old ?? new() { Name = added.Name };
        return known with
        {
            Settings = known.Settings.MergedWith(added.Settings),
            Fields = Merge(known.Fields, added.Fields, field => field.Name, (before, after) => after with { Settings = before.Settings.MergedWith(after.Settings) }),
        };
    }

    private static ImmutableArray<T> Merge<T>(ImmutableArray<T> old, ImmutableArray<T> added, Func<T, string> name, Func<T, T, T> merge)
    {
        var result = old.ToBuilder();
        foreach (var element in added)
        {
            var place = Enumerable.Range(0, result.Count).FirstOrDefault(index => name(result[index]) == name(element), -1);
            if (place < 0)
            {
                result.Add(element);
            }
            else
            {
                result[place] = merge(result[place], element);
            }
        }
        return result.ToImmutable();
    }
}
