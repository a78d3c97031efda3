using System.Collections.Immutable;
using System.Text.Json;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Import.Runs;

/// <summary>A problem as it is kept: it is put into words when somebody reads it, in that person's language.</summary>
internal sealed record KeptProblem(string Code, string Message, ImmutableArray<string> Arguments)
{
    public static KeptProblem Of(Problem problem) => new(problem.Code, problem.Message, [.. problem.Arguments.Select(argument => argument.ToString() ?? "")]);

    public Problem ToProblem() => new(Code, ProblemKind.Refused, Message, [.. Arguments]);

    public static string Write(Problem problem) => JsonSerializer.Serialize(Of(problem), ImportRunner.Format);

    /// <summary>What <see cref="Write"/> wrote, or a plain sentence from before.</summary>
    public static Problem Read(string text) =>
        text.StartsWith('{') ? JsonSerializer.Deserialize<KeptProblem>(text, ImportRunner.Format)!.ToProblem() // written above
            : new Problem("import.stopped", ProblemKind.Refused, "{0}", [text]);
}
