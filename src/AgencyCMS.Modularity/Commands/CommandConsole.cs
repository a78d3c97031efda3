using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Modularity.Commands;

/// <summary>What commands print: text for people, JSON with <c>--json</c>, refusals on standard error. Exit codes: 0 done, 1 failed, 2 wrong use.</summary>
public sealed class CommandConsole
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    /// <summary>The option that every command has.</summary>
    public static Option<bool> Json { get; } = new("--json") { Description = "Print the result as JSON.", Recursive = true };

    /// <summary>Prints a result in the form that was asked for.</summary>
    /// <returns>0</returns>
    public static int Done(ParseResult parsed, object result, string text)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(Json) ? JsonSerializer.Serialize(result, Format) : text);
        return 0;
    }

    /// <summary>Prints refusals, one line each.</summary>
    /// <returns>1</returns>
    public static int Failed(ParseResult parsed, IEnumerable<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        foreach (var problem in problems)
        {
            parsed.InvocationConfiguration.Error.WriteLine(parsed.GetValue(Json)
                ? JsonSerializer.Serialize(new { problem.Code, Message = problem.ToEnglish() }, Format)
                : problem.ToEnglish());
        }
        return 1;
    }
}
