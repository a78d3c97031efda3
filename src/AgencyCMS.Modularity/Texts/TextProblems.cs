using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Modularity.Texts;

/// <summary>Refusals of texts.</summary>
public static class TextProblems
{
    /// <summary>A text with a character that <see cref="StorableText"/> found; null when it can be kept.</summary>
    public static Problem? Check(string field, string text) => StorableText.FindFault(text) is { } character
        ? Problem.Invalid("texts.character-not-kept", field, "The text holds the character {0}, which cannot be kept. Remove it.", character)
        : null;

    /// <summary>A title, a name or another text that must be what it looks like, with a character that nobody sees or that turns its direction; null when there is none.</summary>
    public static Problem? CheckSeen(string field, string? text) => StorableText.FindUnseen(text) is var (character, place)
        ? Problem.Invalid("texts.character-unseen", field, "Character {1} of the text is {0}, which nobody sees. Remove it, or write the text anew.", character, place)
        : null;
}
