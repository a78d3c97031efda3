using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgencyCMS.ContentManagement.Definitions;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Contents.Editing.Fields;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Problems;
using Microsoft.EntityFrameworkCore.Storage;

namespace AgencyCMS.Contents.ContentTypes;

/// <summary>
/// Changes content types. Items are never touched: what a type no longer names stays in them, and is there again when the type names it again.
/// </summary>
internal sealed partial class ContentTypesHandler(DefinitionStore store, TenantDb db, IFeatureServices<IContentPartEditor> editors, IEnumerable<FieldKind> kinds)
{
    /// <summary>Kinds of fields that can be added.</summary>
    public IReadOnlyList<string> FieldKinds => [.. kinds.Select(kind => kind.FieldName)];

    /// <summary>Parts that the type does not have and may be given.</summary>
    public async Task<IReadOnlyList<string>> ListPartsToAddAsync(ContentTypeDefinition type, CancellationToken cancellationToken)
    {
        var known = (await store.GetAsync(cancellationToken)).Parts.Values.Where(part => part.IsAttachable).Select(part => part.Name);
        return [.. known.Concat(editors.All.Select(editor => editor.PartName)).Where(name => type.FindPart(name) is null).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The same for the same definition of a type and of its fields.</summary>
    public static string StateOf(ContentDefinitions definitions, ContentTypeDefinition type)
    {
        var own = definitions.FindPart(type.Name);
        var text = ContentDefinitionJson.Write(type).ToJsonString() + (own is null ? "" : ContentDefinitionJson.Write(own).ToJsonString());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
    }

    public async Task<Outcome> CreateAsync(string name, string displayName, CancellationToken cancellationToken)
    {
        await using var alone = await BeginAsync(cancellationToken);
        var definitions = await store.GetAsync(cancellationToken);
        var problems = new List<Problem>();
        if (!TechnicalName().IsMatch(name))
        {
            problems.Add(ContentTypeProblems.NameNotValid());
        }
        else if (definitions.Types.Keys.Concat(definitions.Parts.Keys).Concat(editors.All.Select(editor => editor.PartName)).Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            problems.Add(ContentTypeProblems.NameTaken(name));
        }
        if (displayName.Length == 0)
        {
            problems.Add(ContentTypeProblems.DisplayNameMissing());
        }
        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }
        var settings = DefinitionSettings.Empty;
        foreach (var flag in (string[])["Creatable", "Listable", "Draftable", "Versionable"])
        {
            settings = settings.With("ContentTypeSettings", flag, true);
        }
        var type = new ContentTypeDefinition { Name = name, DisplayName = displayName, Settings = settings, Parts = [Use("TitlePart"), Use(name)] };
        return await SaveAsync(With(definitions, type, new ContentPartDefinition { Name = name }), name, alone, cancellationToken);
    }

    /// <summary>Changes one type.</summary>
    /// <param name="name">The type.</param>
    /// <param name="state">Its state when the form was shown.</param>
    /// <param name="change">Gets the type and its own part, and gives them as they are to be.</param>
    /// <param name="cancellationToken">Stops before the save.</param>
    public async Task<Outcome> ChangeAsync(string name, string state, Func<ContentTypeDraft, Outcome<ContentTypeDraft>> change, CancellationToken cancellationToken)
    {
        await using var alone = await BeginAsync(cancellationToken);
        var definitions = await store.GetAsync(cancellationToken);
        if (definitions.FindType(name) is not { } type)
        {
            return EditorProblems.TypeUnknown(name);
        }
        if (StateOf(definitions, type) != state)
        {
            return ContentTypeProblems.ChangedMeanwhile();
        }
        var changed = change(new ContentTypeDraft(type, definitions.FindPart(name) ?? new ContentPartDefinition { Name = name }));
        return changed.TryGet(out var draft) ? await SaveAsync(With(definitions, draft.Type, draft.Own), name, alone, cancellationToken) : changed.WithoutValue();
    }

    internal static ContentTypePartDefinition Use(string part) => new() { PartName = part, Name = part };

    private static ContentDefinitions With(ContentDefinitions definitions, ContentTypeDefinition type, ContentPartDefinition own) =>
        definitions with { Types = definitions.Types.SetItem(type.Name, type), Parts = definitions.Parts.SetItem(own.Name, own) };

    // Of two people who save at the same instant the second sees what the first has saved.
    private async Task<IDbContextTransaction?> BeginAsync(CancellationToken cancellationToken)
    {
        var alone = await db.BeginChangeAsync(cancellationToken);
        store.Forget();
        return alone;
    }

    private async Task<Outcome> SaveAsync(ContentDefinitions definitions, string name, IDbContextTransaction? alone, CancellationToken cancellationToken)
    {
        if (DefinitionNames.Check(definitions, [name], [name]) is { Count: > 0 } problems)
        {
            return Outcome.Refused(problems);
        }
        await store.PutAsync(definitions, cancellationToken);
        await db.SaveChangesAsync(CancellationToken.None);
        await (alone?.CommitAsync(CancellationToken.None) ?? Task.CompletedTask);
        return Outcome.Done;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{0,39}\\z", RegexOptions.CultureInvariant)]
    internal static partial Regex TechnicalName();
}

/// <summary>A type and the part that holds its fields, on their way to a new state.</summary>
internal sealed record ContentTypeDraft(ContentTypeDefinition Type, ContentPartDefinition Own)
{
    private const string PartSettings = "ContentTypePartSettings";
    private const string FieldSettings = "ContentPartFieldSettings";

    /// <summary>Parts in the order of the form.</summary>
    public ImmutableArray<ContentTypePartDefinition> Parts => [.. Type.Parts.OrderBy(part => Place(part.Position))];

    /// <summary>Fields in the order of the form.</summary>
    public ImmutableArray<ContentPartFieldDefinition> Fields => [.. Own.Fields.OrderBy(one => Place(one.Position))];

    public ContentTypeDraft WithParts(IEnumerable<ContentTypePartDefinition> parts) =>
        this with { Type = Type with { Parts = [.. parts.Select((part, place) => part with { Settings = part.Settings.With(PartSettings, "Position", Text(place)) })] } };

    /// <summary>The same with those fields; the part that holds them belongs to the type then.</summary>
    public ContentTypeDraft WithFields(IEnumerable<ContentPartFieldDefinition> fields)
    {
        var draft = this with { Own = Own with { Fields = [.. fields.Select((field, place) => field with { Settings = field.Settings.With(FieldSettings, "Position", Text(place)) })] } };
        return Type.FindPart(Own.Name) is null ? draft.WithParts([.. Parts, ContentTypesHandler.Use(Own.Name)]) : draft;
    }

    /// <summary>The elements with one moved a place up (-1) or down (1); at the end it stays.</summary>
    public static ImmutableArray<T> Moved<T>(ImmutableArray<T> elements, Predicate<T> isWanted, int by)
    {
        var from = elements.IndexOf(elements.FirstOrDefault(element => isWanted(element))!); // not found gives -1
        var to = from + Math.Sign(by);
        return from < 0 || to < 0 || to >= elements.Length ? elements : elements.RemoveAt(from).Insert(to, elements[from]);
    }

    private static decimal Place(string? position) => decimal.TryParse(position, System.Globalization.CultureInfo.InvariantCulture, out var place) ? place : decimal.MaxValue;

    private static JsonNode Text(int place) => place.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
