using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Modularity.Texts;

/// <summary>Refusals of texts.</summary>
public static class TextProblems
{
    /// <summary>A text with a character that <see cref="StorableText"/> found; null when it can be kept.</summary>
    public static Problem? Check(string field, string text) => StorableText.FindFault(text) is { } character
        ? Problem.Invalid("texts.character-not-kept", field, "The text holds the character {0}, which cannot be kept. Remove it.", character)
        : null;
}
