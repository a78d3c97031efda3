using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Disclosure.Domain;

/// <summary>How long the metadata may be, and that they are what they look like, whoever brings them: a form, an import or a recipe.</summary>
internal static class DisclosureLimits
{
    public static IEnumerable<Problem> Check(DisclosurePart part)
    {
        if (Characters.Exceeds(part.Summary, ContentLimits.Summary))
        {
            yield return DisclosureProblems.SummaryTooLong();
        }
        foreach (var (field, text, most) in Texts(part).Where(known => Characters.Exceeds(known.Text, known.Most)))
        {
            yield return ContentProblems.TooLong(field, most);
        }
        IEnumerable<(string Field, string? Text)> all =
            [(nameof(part.Summary), part.Summary), .. Texts(part).Select(known => (known.Field, known.Text)), .. Lists(part).SelectMany(list => list.Values.Select(value => (list.Field, (string?)value)))];
        foreach (var problem in all.Select(known => TextProblems.CheckSeen(known.Field, known.Text)).OfType<Problem>().DistinctBy(problem => problem.Field))
        {
            yield return problem;
        }
        foreach (var (field, values) in Lists(part))
        {
            if (values.Count > ContentLimits.Values)
            {
                yield return DisclosureProblems.TooMany(field, ContentLimits.Values);
            }
            else if (values.Any(value => Characters.Exceeds(value, ContentLimits.Metadata)))
            {
                yield return ContentProblems.TooLong(field, ContentLimits.Metadata);
            }
        }
    }

    private static IEnumerable<(string Field, string? Text, int Most)> Texts(DisclosurePart part) =>
    [
        (nameof(part.IndexNumber), part.IndexNumber, ContentLimits.IndexNumber),
        (nameof(part.DocumentNumber), part.DocumentNumber, ContentLimits.DocumentNumber),
        (nameof(part.Entry), part.Entry, ContentLimits.Metadata),
        (nameof(part.Publisher), part.Publisher, ContentLimits.Metadata),
        (nameof(part.Subject), part.Subject, ContentLimits.Metadata),
        (nameof(part.Genre), part.Genre, ContentLimits.Metadata),
        (nameof(part.Validity), part.Validity, ContentLimits.Metadata),
        (nameof(part.DisclosureMode), part.DisclosureMode, ContentLimits.Metadata),
        (nameof(part.DisclosureLimit), part.DisclosureLimit, ContentLimits.Metadata),
        (nameof(part.Source), part.Source, ContentLimits.Metadata),
        (nameof(part.Section), part.Section, ContentLimits.Metadata),
    ];

    private static IEnumerable<(string Field, IReadOnlyList<string> Values)> Lists(DisclosurePart part) =>
        [(nameof(part.Keywords), part.Keywords), (nameof(part.LegalBasis), part.LegalBasis), (nameof(part.Related), part.Related), (nameof(part.Carriers), part.Carriers)];
}
