using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Disclosure.Import.Reading;

/// <summary>Makes records of lines of JSON, and sees that every text of a record can be kept.</summary>
internal static class RecordText
{
    public static ImportRecord Parse(TextLine line)
    {
        try
        {
            if (JsonNode.Parse(line.Text) is not JsonObject values)
            {
                return new ImportRecord(line.Number, [], ImportProblems.LineNotObject());
            }
            var emptied = values.Where(pair => pair.Value is null).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
            foreach (var name in emptied)
            {
                values.Remove(name);
            }
            return Check(new ImportRecord(line.Number, values) { Emptied = emptied });
        }
        catch (JsonException exception)
        {
            return new ImportRecord(line.Number, [], ImportProblems.LineNotJson((exception.BytePositionInLine ?? 0) + 1));
        }
        catch (ArgumentException)
        {
            return new ImportRecord(line.Number, [], ImportProblems.LineNamesTwice());
        }
        catch (InvalidOperationException)
        {
            // It is found only when the text is asked for.
            return new ImportRecord(line.Number, [], ImportProblems.LineHoldsHalf());
        }
    }

    /// <returns>The record; one with a fault, and its texts readable, when it holds a character that cannot be kept.</returns>
    public static ImportRecord Check(ImportRecord record) => Fault(record.Values, "") is not var (path, character) ? record
        : record with { Values = (JsonObject)Readable(record.Values)!, Fault = record.Fault ?? ImportProblems.CharacterNotKept(StorableText.Show(path), character) };

    private static (string Path, string Character)? Fault(JsonNode? node, string path) => node switch
    {
        JsonObject values => values.Select(pair => StorableText.FindFault(pair.Key) is { } character ? (pair.Key, character) : Fault(pair.Value, pair.Key)).FirstOrDefault(fault => fault is not null),
        JsonArray list => list.Select(item => Fault(item, path)).FirstOrDefault(fault => fault is not null),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => StorableText.FindFault(value.GetValue<string>()) is { } character ? (path, character) : null,
        _ => null,
    };

    private static JsonNode? Readable(JsonNode? node) => node switch
    {
        JsonObject values => new JsonObject(values.DistinctBy(pair => StorableText.Show(pair.Key), StringComparer.Ordinal).Select(pair => KeyValuePair.Create(StorableText.Show(pair.Key), Readable(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Readable)]),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => StorableText.Show(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };
}
