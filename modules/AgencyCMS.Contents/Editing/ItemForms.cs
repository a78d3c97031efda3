using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Definitions;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Contents.Editing;

/// <summary>Makes the form of an item from the parts of its type, and writes what was typed back into the item.</summary>
internal sealed class ItemForms(DefinitionStore definitions, IFeatureServices<IContentPartEditor> editors, FieldsEditor fields)
{
    /// <param name="item">The item as it is.</param>
    /// <param name="typed">What was typed meanwhile and goes over it; null when nothing was.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ItemForm> ShowAsync(ContentItem item, EditorForm? typed, CancellationToken cancellationToken)
    {
        var parts = new List<PartForm>();
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (edit, editor) in await EditsAsync(item, cancellationToken))
        {
            var form = Over(await editor.ShowAsync(edit, cancellationToken), typed?.Of(edit.Use.Name));
            shown.Add(edit.Use.Name);
            if (form.Fields.Length > 0 || form.View is not null)
            {
                parts.Add(new PartForm(edit.Use.Name, form));
            }
        }
        var untouched = item.PartNames.Where(name => !shown.Contains(name) && item.Document[name] is JsonObject { Count: > 0 })
            .Select(name => new UntouchedPart(name, item.Document[name]!.ToJsonString(ContentJson.Readable))); // it is there: the name came from the document
        return new ItemForm(parts, [.. untouched]);
    }

    /// <summary>Writes what was typed; parts that the form did not show stay as they are.</summary>
    /// <returns>What cannot be read, at the full names of its inputs.</returns>
    public async Task<IReadOnlyList<Problem>> ApplyAsync(ContentItem item, EditorForm form, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        foreach (var (edit, editor) in await EditsAsync(item, cancellationToken))
        {
            var own = form.Of(edit.Use.Name);
            if (own.Values.Count == 0 && own.Files.Length == 0)
            {
                continue;
            }
            var found = await editor.ApplyAsync(edit, own, cancellationToken);
            problems.AddRange(found.Select(problem => problem with { Field = $"{edit.Use.Name}.{problem.Field}" }));
        }
        return problems;
    }

    /// <summary>The parts of a later version with their editors and what those say of the difference.</summary>
    public async Task<IReadOnlyList<PartComparison>> CompareAsync(ContentItem before, ContentItem after, CancellationToken cancellationToken) =>
        [.. (await EditsAsync(after, cancellationToken)).Select(part => new PartComparison(
            part.Edit.Use.Name, part.Editor, part.Editor.Differences(part.Edit with { Item = before }, part.Edit)))];

    private async Task<IReadOnlyList<(PartEdit Edit, IContentPartEditor Editor)>> EditsAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var known = await definitions.GetAsync(cancellationToken);
        var uses = known.FindType(item.ContentType)?.Parts.OrderBy(use => Place(use.Position)).ToList()
            ?? item.PartNames.Select(name => new ContentTypePartDefinition { PartName = name, Name = name }).ToList();
        // For whom an item is can be said of every item, whatever its type.
        if (!uses.Exists(use => use.PartName == nameof(AudiencePart)))
        {
            uses.Add(new ContentTypePartDefinition { PartName = nameof(AudiencePart), Name = nameof(AudiencePart) });
        }
        var found = new List<(PartEdit, IContentPartEditor)>();
        var contributed = editors.All.ToList();
        foreach (var use in uses)
        {
            var edit = new PartEdit(item, use, known.FindPart(use.PartName));
            var editor = contributed.Find(editor => editor.PartName == use.PartName) ?? (edit.Definition is null ? null : fields);
            if (editor is not null)
            {
                found.Add((edit, editor));
            }
        }
        return found;
    }

    private static PartEditor Over(PartEditor editor, EditorForm? typed) => typed is null || typed.Values.Count == 0
        ? editor
        : editor with { Fields = [.. editor.Fields.Select(field => typed.HasShown(field.Name) ? field with { Values = typed.Values.GetValueOrDefault(field.Name, []) } : field)] };

    private static decimal Place(string? position) =>
        decimal.TryParse(position, System.Globalization.CultureInfo.InvariantCulture, out var place) ? place : decimal.MaxValue;
}

/// <summary>The form of one item.</summary>
/// <param name="Parts">In the order of the type.</param>
/// <param name="Untouched">What nobody here can edit and what therefore stays as it is.</param>
internal sealed record ItemForm(IReadOnlyList<PartForm> Parts, ImmutableArray<UntouchedPart> Untouched);

/// <summary>A part's share of the form; its inputs are named <c>{Name}.{field}</c>.</summary>
internal sealed record PartForm(string Name, PartEditor Editor);

/// <summary>A part that stays as it is.</summary>
internal sealed record UntouchedPart(string Name, string Json);

/// <summary>A part of two versions.</summary>
/// <param name="Name">Under which the item stores it.</param>
/// <param name="Editor">Who knows it.</param>
/// <param name="Differences">In people's words; null when each value is shown under its field.</param>
internal sealed record PartComparison(string Name, IContentPartEditor Editor, IReadOnlyList<PartDifference>? Differences);
