namespace AgencyCMS.Contents.Editing;

internal static class TypedText
{
    /// <summary>Text of several lines as it is kept. Browsers send every line break as two characters, which is no change of the text.</summary>
    public static string Lines(string? text) => text?.ReplaceLineEndings("\n") ?? "";
}
