using System.Collections.Immutable;
using AgencyCMS.Modularity.Texts;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AgencyCMS.Modularity.Presentation;

/// <summary>A message shown once at the top of the next page.</summary>
public sealed record PageAlert(AlertKind Kind, string Text);

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

    /// <summary>Shows the text, already in the reader's language, on the next page. Of many that nobody has looked at the last are kept.</summary>
    public static void AddAlert(this ITempDataDictionary tempData, AlertKind kind, string text)
    {
        ArgumentNullException.ThrowIfNull(tempData);
        var waiting = tempData.Peek(Key) as string[] ?? [];
        tempData[Key] = waiting.Append($"{(int)kind}{Characters.Shorten(text, MaxCharacters)}").TakeLast(MaxWaiting).ToArray();
    }

    /// <summary>The waiting messages; each is returned once.</summary>
    public static ImmutableArray<PageAlert> TakeAlerts(this ITempDataDictionary tempData)
    {
        ArgumentNullException.ThrowIfNull(tempData);
        var waiting = tempData[Key] as string[] ?? [];
        return [.. waiting.Select(alert => new PageAlert((AlertKind)(alert[0] - '0'), alert[1..]))];
    }
}
