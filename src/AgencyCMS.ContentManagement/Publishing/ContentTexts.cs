using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>What no text of an item may be, whoever brings it: longer than its limit, not what it looks like, or an address that runs a program.</summary>
internal static class ContentTexts
{
    private const int ShownCharacters = 80;

    internal static IEnumerable<Problem> Check(ContentItem item)
    {
        if (Characters.Exceeds(item.DisplayText, ContentLimits.Title) || Characters.Exceeds(item.Part<TitlePart>()?.Title, ContentLimits.Title))
        {
            yield return ContentProblems.TooLong(nameof(TitlePart.Title), ContentLimits.Title);
        }
        if (Characters.Exceeds(item.Part<HtmlBodyPart>()?.Html, ContentLimits.Body))
        {
            yield return ContentProblems.TooLong(nameof(HtmlBodyPart.Html), ContentLimits.Body);
        }
        if (Characters.Exceeds(AudiencePart.Of(item).Group, ContentLimits.Group))
        {
            yield return ContentProblems.TooLong(nameof(AudiencePart.Group), ContentLimits.Group);
        }
        foreach (var problem in SeenTexts.CheckItem(item.Document))
        {
            yield return problem;
        }
        foreach (var (place, address) in UnsafeLinks.Find(item.Document))
        {
            yield return ContentProblems.LinkNotAllowed(place, Characters.Shorten(address, ShownCharacters));
        }
    }
}
