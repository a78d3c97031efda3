using System.Collections.Immutable;
using AgencyCMS.Modularity.Texts;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AgencyCMS.Presentation;

/// <summary>A message shown once at the top of the next page.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Text">What it says.</param>
/// <param name="Link">Where what it tells of can be seen; null for none.</param>
public sealed record PageAlert(AlertKind Kind, string Text, PageLink? Link = null);

/// <summary>What a message or a state means; shown by colour and by an icon or word, never by colour alone.</summary>
public enum AlertKind
{
    Neutral,
    Info,
    Good,
    Warn,
    Bad,
}

/// <summary>Messages that outlive the redirect after a form was saved.</summary>
public static class PageAlerts
{
    private const string Key = "PageAlerts";

    // They wait in a cookie, and a server refuses requests whose cookies are long.
    private const int MaxWaiting = 5;
    private const int MaxCharacters = 200;

    // Between the text, the link's text and its address.
    private const char Separator = '\u001f';

    /// <summary>Shows the text, already in the reader's language, on the next page. Of many that nobody has looked at the last are kept.</summary>
    public static void AddAlert(this ITempDataDictionary tempData, AlertKind kind, string text, PageLink? link = null)
    {
        ArgumentNullException.ThrowIfNull(tempData);
        var waiting = tempData.Peek(Key) as string[] ?? [];
        var message = Characters.Shorten(text, MaxCharacters);
        var shown = link?.Href is null || link.Text.Length + link.Href.Length > MaxCharacters ? message : string.Join(Separator, message, link.Text, link.Href);
        tempData[Key] = waiting.Append($"{(int)kind}{shown}").TakeLast(MaxWaiting).ToArray();
    }

    /// <summary>The waiting messages; each is returned once.</summary>
    public static ImmutableArray<PageAlert> TakeAlerts(this ITempDataDictionary tempData)
    {
        ArgumentNullException.ThrowIfNull(tempData);
        var waiting = tempData[Key] as string[] ?? [];
        return [.. waiting.Select(Read)];
    }

    private static PageAlert Read(string alert)
    {
        var parts = alert[1..].Split(Separator);
        return new PageAlert((AlertKind)(alert[0] - '0'), parts[0], parts.Length == 3 ? new PageLink(parts[1], parts[2]) : null);
    }
}
