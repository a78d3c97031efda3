using System.Collections.Immutable;

namespace AgencyCMS.Modularity.Problems;

/// <summary>A refusal as a value: a stable code, an English sentence with placeholders, and what fills them.</summary>
/// <param name="Code"><c>module.sentence</c> in kebab case; never changes after release.</param>
/// <param name="Kind">What kind of refusal, which decides the status code.</param>
/// <param name="Message">English source text with <c>{0}</c> placeholders; translated when shown.</param>
/// <param name="Arguments">Values for the placeholders; hold no secrets.</param>
/// <param name="Field">Name of the form field it is about; null when it is about the whole.</param>
public sealed record Problem(string Code, ProblemKind Kind, string Message, ImmutableArray<object> Arguments, string? Field = null)
{
    public static Problem Invalid(string code, string field, string message, params object[] arguments) =>
        new(code, ProblemKind.Invalid, message, [.. arguments], field);

    public static Problem Refused(string code, string message, params object[] arguments) =>
        new(code, ProblemKind.Refused, message, [.. arguments]);

    public static Problem NotFound(string code, string message, params object[] arguments) =>
        new(code, ProblemKind.NotFound, message, [.. arguments]);

    public static Problem Conflict(string code, string message, params object[] arguments) =>
        new(code, ProblemKind.Conflict, message, [.. arguments]);

    public static Problem Forbidden(string code, string message, params object[] arguments) =>
        new(code, ProblemKind.Forbidden, message, [.. arguments]);

    /// <summary>The sentence in English, for logs and the command line.</summary>
    public string ToEnglish() => string.Format(System.Globalization.CultureInfo.InvariantCulture, Message, [.. Arguments]);
}
