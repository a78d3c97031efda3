using System.Text.Json;
using System.Text.Unicode;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Recipes;

/// <summary>Sees that every text of a recipe can be read and kept, before a step of it runs.</summary>
internal static class RecipeText
{
    /// <exception cref="RecipeFormatException">Says the line and column of the text.</exception>
    public static void Check(ReadOnlySpan<byte> utf8, JsonDocumentOptions options)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw Fault("The file is not UTF-8.", utf8, FirstBroken(utf8));
        }
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { AllowTrailingCommas = options.AllowTrailingCommas, CommentHandling = options.CommentHandling, MaxDepth = options.MaxDepth });
        // Of two values under one name readers choose as they like, and one of them may be the narrower audience.
        var names = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartObject)
            {
                names.Push(new(StringComparer.Ordinal));
            }
            else if (reader.TokenType is JsonTokenType.EndObject)
            {
                names.Pop();
            }
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && Find(ref reader) is { } character)
            {
                throw Fault($"A text holds {character}, which cannot be kept.", utf8, (int)reader.TokenStartIndex);
            }
            if (reader.TokenType is JsonTokenType.PropertyName && !names.Peek().Add(reader.GetString()!))
            {
                throw Fault($"The name “{reader.GetString()}” stands twice in one object.", utf8, (int)reader.TokenStartIndex);
            }
        }
    }

    private static string? Find(ref Utf8JsonReader reader)
    {
        // Written as it is, only U+FFFE and U+FFFF are no text; whatever else is not must be written as an escape.
        if (!reader.ValueIsEscaped && reader.ValueSpan.IndexOf((ReadOnlySpan<byte>)[0xEF, 0xBF]) < 0)
        {
            return null;
        }
        try
        {
            return StorableText.FindFault(reader.GetString());
        }
        catch (InvalidOperationException)
        {
            return "half of a surrogate pair";
        }
    }

    private static int FirstBroken(ReadOnlySpan<byte> utf8)
    {
        var place = 0;
        while (System.Text.Rune.DecodeFromUtf8(utf8[place..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            place += length;
        }
        return place;
    }

    private static RecipeFormatException Fault(string reason, ReadOnlySpan<byte> utf8, int place)
    {
        var before = utf8[..place];
        return new RecipeFormatException(reason, before.Count((byte)'\n') + 1, place - before.LastIndexOf((byte)'\n'));
    }
}
