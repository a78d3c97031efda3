using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Disclosure.Domain;

/// <summary>What the texts of a catalogue entry may be: how long, in characters, and nothing that nobody sees; form and recipe ask here.</summary>
internal static class CatalogueTexts
{
    public const int MaxCode = 60;
    public const int MaxTitle = 200;
    public const int MaxDescription = 2000;
    public const int MaxReason = 500;

    /// <summary>An entry as the standard has it, with its elements and legal bases.</summary>
    public const int MaxDetails = 20_000;

    public static IEnumerable<Problem> Check(string? title, string? titleEn, string? description)
    {
        (string Field, string? Text, int Max)[] texts = [("Title", title, MaxTitle), ("TitleEn", titleEn, MaxTitle), ("Description", description, MaxDescription)];
        return texts.Where(text => Characters.Exceeds(text.Text, text.Max)).Select(text => DisclosureProblems.EntryTextTooLong(text.Field, text.Max))
            .Concat(texts.Select(text => TextProblems.CheckSeen(text.Field, text.Text)).OfType<Problem>());
    }
}
