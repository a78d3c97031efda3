using System.Collections.Immutable;
using System.Globalization;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Problems;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.Editing;

/// <summary>The form of the official metadata. What a new item usually says is filled in already.</summary>
internal sealed class DisclosurePartEditor(IndexNumbers numbers, CatalogueTree catalogue, Vocabularies vocabularies, IStringLocalizer localizer) : IContentPartEditor
{
    /// <summary>What stands between keywords.</summary>
    internal static readonly char[] Separators = [',', '，', ';', '；', '、', '\n'];

    public string PartName => nameof(DisclosurePart);

    public async Task<PartEditor> ShowAsync(PartEdit edit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var part = edit.Item.Part<DisclosurePart>() is { Json.Count: > 0 } known ? known : Usual();
        return new PartEditor
        {
            Title = localizer["Disclosure metadata"],
            IsAside = true,
            Fields =
            [
                new("Entry", localizer["Catalogue entry"], EditorFieldKind.Choice) { Value = part.Entry ?? "", Options = await EntriesAsync(cancellationToken), IsRequired = true },
                new("FormedOn", localizer["Formed on"], EditorFieldKind.Date) { Value = Day(part.FormedOn), IsRequired = true, Hint = localizer["Date of signing; of several signers, the last one's."] },
                new("DocumentNumber", localizer["Document number"]) { Value = part.DocumentNumber ?? "", MaxLength = ContentLimits.DocumentNumber, Placeholder = "澄财〔2026〕12号" },
                await ChoiceAsync("Genre", localizer["Genre"], "genre", part.Genre, cancellationToken),
                await ChoiceAsync("Subject", localizer["Subject class"], "subject", part.Subject, cancellationToken),
                await ChoiceAsync("Validity", localizer["Validity"], "validity", part.Validity, cancellationToken),
                new("Summary", localizer["Summary"], EditorFieldKind.Lines) { Value = part.Summary ?? "", MaxLength = ContentLimits.Summary },
                new("Keywords", localizer["Keywords"]) { Value = string.Join('、', part.Keywords), Hint = localizer["Three to five words, separated by commas."] },
                new("Source", localizer["Source"]) { Value = part.Source ?? "", MaxLength = ContentLimits.Metadata },
                new("Section", localizer["Responsible section"]) { Value = part.Section ?? "", MaxLength = ContentLimits.Metadata },
                new("EffectiveOn", localizer["Effective on"], EditorFieldKind.Date) { Value = Day(part.EffectiveOn) },
                new("AbolishedOn", localizer["Abolished on"], EditorFieldKind.Date) { Value = Day(part.AbolishedOn) },
                await ChoiceAsync("DisclosureMode", localizer["Disclosure mode"], "disclosure_mode", part.DisclosureMode, cancellationToken),
                await ChoiceAsync("DisclosureLimit", localizer["Disclosure limit"], "disclosure_limit", part.DisclosureLimit, cancellationToken),
                new("DisclosureUntil", localizer["Disclosed until"], EditorFieldKind.Date) { Value = Day(part.DisclosureUntil) },
                new("LegalBasis", localizer["Legal basis"], EditorFieldKind.Lines) { Value = string.Join('\n', part.LegalBasis), Hint = localizer["One on each line."] },
                new("IndexNumber", localizer["Index number"]) { Value = part.IndexNumber ?? "", MaxLength = ContentLimits.IndexNumber, Hint = localizer["Leave empty: it is given at first publication and never changes."] },
            ],
        };
    }

    public async Task<IReadOnlyList<Problem>> ApplyAsync(PartEdit edit, EditorForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(form);
        var problems = new List<Problem>();
        var isNew = !edit.Item.Has<DisclosurePart>();
        // Once given, a number belongs to the item for ever; one that was only written into a draft may be another's by now.
        var isNumbered = (await numbers.FindOwnedAsync([edit.Item.ContentItemId], cancellationToken)).Count > 0;
        edit.Item.Alter<DisclosurePart>(part =>
        {
            if (isNew)
            {
                part.Scope = "public";
            }
            Text(nameof(part.Entry), value => part.Entry = value);
            Text(nameof(part.DocumentNumber), value => part.DocumentNumber = value);
            Text(nameof(part.Genre), value => part.Genre = value);
            Text(nameof(part.Subject), value => part.Subject = value);
            Text(nameof(part.Validity), value => part.Validity = value);
            Text(nameof(part.Summary), value => part.Summary = value);
            Text(nameof(part.Source), value => part.Source = value);
            Text(nameof(part.Section), value => part.Section = value);
            Text(nameof(part.DisclosureMode), value => part.DisclosureMode = value);
            Text(nameof(part.DisclosureLimit), value => part.DisclosureLimit = value);
            Date(nameof(part.FormedOn), value => part.FormedOn = value);
            Date(nameof(part.EffectiveOn), value => part.EffectiveOn = value);
            Date(nameof(part.AbolishedOn), value => part.AbolishedOn = value);
            Date(nameof(part.DisclosureUntil), value => part.DisclosureUntil = value);
            Words(nameof(part.Keywords), Separators, value => part.Keywords = value);
            Words(nameof(part.LegalBasis), ['\n'], value => part.LegalBasis = value);
            if (!isNumbered || string.IsNullOrEmpty(part.IndexNumber))
            {
                Text(nameof(part.IndexNumber), value => part.IndexNumber = value);
            }
        });
        return problems;

        void Text(string name, Action<string?> set)
        {
            if (form.Has(name))
            {
                set(form.Text(name));
            }
        }

        void Date(string name, Action<DateOnly?> set)
        {
            if (!form.Has(name))
            {
                return;
            }
            var text = form.Text(name);
            if (text is null)
            {
                set(null);
            }
            else if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                set(date);
            }
            else
            {
                problems.Add(Problem.Invalid("disclosure.date-not-readable", name, "“{0}” is not a date. Write it as 2026-11-22.", text));
            }
        }

        void Words(string name, char[] separators, Action<IReadOnlyList<string>> set)
        {
            if (form.Has(name))
            {
                set((form.Raw(name) ?? "").Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            }
        }
    }

    public string? LabelOf(string property) => property switch
    {
        nameof(DisclosurePart.Publisher) => localizer["Publisher"].Value,
        nameof(DisclosurePart.AudienceClass) => localizer["Audience class"].Value,
        nameof(DisclosurePart.Scope) => localizer["Scope of disclosure"].Value,
        nameof(DisclosurePart.Carriers) => localizer["Carriers"].Value,
        nameof(DisclosurePart.Procedure) => localizer["Procedure"].Value,
        nameof(DisclosurePart.Language) => localizer["Language of the item"].Value,
        nameof(DisclosurePart.Related) => localizer["Related items"].Value,
        nameof(DisclosurePart.Village) => localizer["Village"].Value,
        _ => null,
    };

    private static DisclosurePart Usual() => new() { Validity = "in_force", DisclosureMode = "proactive", DisclosureLimit = "long_term" };

    private async Task<ImmutableArray<EditorOption>> EntriesAsync(CancellationToken cancellationToken)
    {
        var culture = CultureInfo.CurrentUICulture;
        var tree = await catalogue.GetAsync(cancellationToken);
        return [.. tree.All.Where(node => node.Children.Count == 0).Select(node => new EditorOption(node.Code, node.TitleIn(culture), node.Parent?.TitleIn(culture)))];
    }

    private async Task<EditorField> ChoiceAsync(string name, string label, string vocabulary, string? value, CancellationToken cancellationToken)
    {
        var culture = CultureInfo.CurrentUICulture;
        var list = await vocabularies.GetAsync(vocabulary, cancellationToken);
        var parents = list.Terms.Select(term => term.Parent).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var options = list.Terms.Where(term => !parents.Contains(term.Code))
            .Select(term => new EditorOption(term.Code, term.TitleIn(culture), term.Parent is null ? null : list.TitleOf(term.Parent, culture))).ToList();
        // A value from elsewhere must not be lost because our list does not have it.
        if (!string.IsNullOrEmpty(value) && options.TrueForAll(option => option.Value != value))
        {
            options.Add(new EditorOption(value, list.TitleOf(value, culture)));
        }
        return new EditorField(name, label, EditorFieldKind.Choice) { Value = value ?? "", Options = [.. options] };
    }

    private static string Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
