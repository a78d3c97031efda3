using System.Text.Json;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Domain;

/// <summary>
/// The words of the metadata that say whether, for whom and for how long an item is disclosed. A word that is not known, or stands in another shape, must not
/// open what it may have meant to close.
/// </summary>
internal static class DisclosureWords
{
    private static readonly (string Field, string Vocabulary, string[] Words)[] Deciding =
    [
        (nameof(DisclosurePart.DisclosureMode), "disclosure_mode", ["proactive", "on_request", "not_disclosed"]),
        (nameof(DisclosurePart.DisclosureLimit), "disclosure_limit", ["long_term", "until_date"]),
        (nameof(DisclosurePart.Scope), "scope", ["public", "specific_group", "internal", "applicant"]),
    ];

    /// <summary>Vocabularies of those words.</summary>
    public static IEnumerable<string> Vocabularies => Deciding.Select(known => known.Vocabulary);

    /// <param name="part">The metadata of an item on its way to its readers.</param>
    /// <param name="audience">Those readers.</param>
    /// <param name="terms">Vocabulary → codes that the tenant has beside the usual ones.</param>
    public static IEnumerable<Problem> Check(DisclosurePart part, Audience audience, ILookup<string, string> terms)
    {
        foreach (var (field, vocabulary, words) in Deciding)
        {
            if (Unknown(part, field, [.. words, .. terms[vocabulary]]) is { } word)
            {
                yield return DisclosureProblems.WordUnknown(field, word);
            }
        }
        if (part.DisclosureMode == "not_disclosed" && audience == Audience.Public)
        {
            yield return DisclosureProblems.NotDisclosed();
        }
        if (part.DisclosureMode == "on_request" && audience == Audience.Public)
        {
            yield return DisclosureProblems.OnRequestOnly();
        }
        if (!string.IsNullOrEmpty(part.Scope) && part.Scope != "public" && audience == Audience.Public)
        {
            yield return DisclosureProblems.ScopeNotPublic();
        }
    }

    // Also where the property is written in another case, or is no text.
    private static string? Unknown(DisclosurePart part, string field, IReadOnlyCollection<string> words) => part.Json
        .Where(property => property.Key.Equals(field, StringComparison.OrdinalIgnoreCase) && property.Value is not null)
        .Where(property => property.Key != field || property.Value!.GetValueKind() is not JsonValueKind.String || (property.Value.ToString() is { Length: > 0 } word && !words.Contains(word)))
        .Select(property => property.Value!.ToString()).FirstOrDefault();
}
