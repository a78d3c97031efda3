using System.Text.Json;
using AgencyCMS.ContentManagement.Searching;
using AgencyCMS.Testing.Files;

namespace AgencyCMS.Search.Tests.Engine;

/// <summary>The customer's documents, which lie beside the repository and not in it.</summary>
internal static class RealDocuments
{
    private static readonly string? File = SharedFolder.Find("data/real-documents.jsonl");

    public static bool AreThere => File is not null;

    public static SearchDocument[] Read() => [.. System.IO.File.ReadLines(File!).Select(Parse)]; // asked for only when they are there

    private static SearchDocument Parse(string line, int number)
    {
        var json = JsonDocument.Parse(line).RootElement;
        var formedOn = DateOnly.ParseExact(json.GetProperty("formedOn").GetString()!, "yyyy-MM-dd", null); // every line has one
        var body = string.Join('\n', json.GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.GetString()));
        return Given.Document($"real-{number}", json.GetProperty("title").GetString()!, body) with // as above
        {
            DocumentNumber = json.GetProperty("documentNumber").GetString(),
            Genre = json.GetProperty("genre").GetString(),
            FormedOn = formedOn,
            PublishedOn = formedOn,
        };
    }
}

/// <summary>Skips, visibly, where the customer's documents are not at hand.</summary>
internal sealed class RealDocumentsTheoryAttribute : TheoryAttribute
{
    public RealDocumentsTheoryAttribute()
    {
        Skip = RealDocuments.AreThere ? null : "shared/data/real-documents.jsonl is not beside the repository.";
    }
}
