namespace AgencyCMS.Search.Engine.Results;

/// <summary>How many matching documents stand under a catalogue entry or below it.</summary>
/// <param name="Code">The entry.</param>
/// <param name="Parent">The entry above it; null for a topmost one.</param>
/// <param name="Count">At least 1.</param>
internal readonly record struct EntryCount(string Code, string? Parent, int Count)
{
    private const char Separator = '\u001F';

    /// <summary>The form in which the index keeps an entry and its place.</summary>
    public static string Key(string code, string? parent) => $"{parent}{Separator}{code}";

    public static EntryCount Of(string key, int count)
    {
        var middle = key.LastIndexOf(Separator);
        return new EntryCount(key[(middle + 1)..], middle > 0 ? key[..middle] : null, count);
    }
}
