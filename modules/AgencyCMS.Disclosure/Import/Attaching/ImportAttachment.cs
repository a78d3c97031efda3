using System.Text.Json.Nodes;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Disclosure.Import.Attaching;

/// <summary>A file that a line names.</summary>
/// <param name="Path">Relative to the folder of the table; the full path once it was found there.</param>
/// <param name="Title">What readers see; empty for the name of the file.</param>
internal sealed record ImportAttachment(string Path, string Title)
{
    private static readonly char[] Separators = ['\n', ';', '；', '|'];

    /// <summary>Reads the property <c>attachments</c>: a list of paths or of objects with <c>path</c> and <c>name</c>; in tables, paths separated by semicolons, bars or line breaks.</summary>
    /// <param name="node">Null when the line has none.</param>
    /// <param name="faults">Gets what cannot be understood.</param>
    public static IReadOnlyList<ImportAttachment> Read(JsonNode? node, ICollection<Problem> faults)
    {
        var texts = node switch
        {
            null => [],
            JsonArray list => list,
            JsonValue value => value.ToString().Split(Separators).Select(text => (JsonNode?)text),
            _ => [node],
        };
        var attachments = new List<ImportAttachment>();
        foreach (var text in texts)
        {
            var (path, title) = text is JsonObject file ? (file["path"]?.ToString(), file["name"]?.ToString()) : (text?.ToString(), null);
            if (!string.IsNullOrWhiteSpace(path))
            {
                attachments.Add(new ImportAttachment(path.Trim(), StorableText.Tidy(title ?? "").Trim()));
            }
            else if (text is JsonObject)
            {
                faults.Add(ImportProblems.AttachmentWithoutPath());
            }
        }
        return attachments;
    }
}
