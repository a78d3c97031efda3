using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgencyCMS.Disclosure.Import.Runs;

/// <summary>Keeps the refused lines of an import with all that stood in them: a file with one JSON object a line.</summary>
internal static class RefusedLines
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes further lines behind those that were settled; what lies behind that place, from a process that was stopped, is forgotten.</summary>
    /// <param name="path">Full path; made when it is not there.</param>
    /// <param name="settledBytes">Length of what was settled before.</param>
    /// <param name="refusals">The lines.</param>
    /// <returns>The length now.</returns>
    public static async Task<long> AppendAsync(string path, long settledBytes, IReadOnlyList<ImportRefusal> refusals)
    {
        if (refusals.Count == 0)
        {
            return settledBytes;
        }
        await using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        stream.SetLength(settledBytes);
        stream.Position = settledBytes;
        foreach (var refusal in refusals)
        {
            await JsonSerializer.SerializeAsync(stream, new KeptLine(refusal.Line, refusal.Title, [.. refusal.Problems.Select(KeptProblem.Of)], refusal.Values), Format);
            stream.WriteByte((byte)'\n');
        }
        stream.Flush(flushToDisk: true);
        return stream.Position;
    }

    /// <param name="path">Full path; a file that is not there has no lines.</param>
    /// <param name="bytes">How much of it counts.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<ImportRefusal> ReadAsync(string path, long bytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (bytes == 0 || !File.Exists(path))
        {
            yield break;
        }
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        long read = 0;
        while (read < bytes && await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            read += System.Text.Encoding.UTF8.GetByteCount(line) + 1;
            var kept = JsonSerializer.Deserialize<KeptLine>(line, Format)!; // written above
            yield return new ImportRefusal(kept.Line, kept.Title, [.. kept.Problems.Select(problem => problem.ToProblem())], kept.Values);
        }
    }

    private sealed record KeptLine(int Line, string Title, ImmutableArray<KeptProblem> Problems, JsonObject Values);
}
