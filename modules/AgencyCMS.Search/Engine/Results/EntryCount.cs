namespace AgencyCMS.Search.Engine.Results;

/// <summary>How many matching documents stand under a catalogue entry or below it.</summary>
/// <param name="Code">The entry.</param>
/// <param name="Parent">The entry above it; null for a topmost one.</param>
/// <param name="Count">At least 1.</param>
internal readonly record struct EntryCount(string Code, string? Parent, int Count)
{
    private const char Separator = '\u001F';

    /// <summary>The form in which the index keeps the path to an entry.</summary>
    /// <param name="codes">From the topmost entry downwards.</param>
    public static string KeyOf(IEnumerable<string> codes) => string.Join(Separator, codes);

    public static string[] CodesOf(string key) => key.Split(Separator);
}
