namespace AgencyCMS.Modularity.Texts;

/// <summary>
/// Counts and cuts text as people do: a rare character such as 𬭛 is one, though .NET keeps it in two units. Every limit of a text is checked here, so that
/// form, import and store agree.
/// </summary>
public static class Characters
{
    /// <summary>Number of characters; 0 for null.</summary>
    public static int Count(string? text)
    {
        var count = 0;
        foreach (var _ in (text ?? "").EnumerateRunes())
        {
            count++;
        }
        return count;
    }

    /// <summary>True when the text is longer than so many characters.</summary>
    public static bool Exceeds(string? text, int characters) => text is not null && text.Length > characters && Count(text) > characters;

    /// <summary>The first characters of a text; the text itself when it is no longer. Never ends with half a character.</summary>
    public static string Cut(string text, int characters)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!Exceeds(text, characters))
        {
            return text;
        }
        var end = 0;
        foreach (var rune in text.EnumerateRunes().Take(characters))
        {
            end += rune.Utf16SequenceLength;
        }
        return text[..end];
    }

    /// <summary>The same, with an ellipsis where something is missing.</summary>
    public static string Shorten(string text, int characters) => Exceeds(text, characters) ? Cut(text, characters).TrimEnd() + "…" : text;
}
