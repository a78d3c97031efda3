namespace AgencyCMS.Recipes;

/// <summary>A recipe file that cannot be read as JSON, or whose root is not an object.</summary>
/// <param name="reason">What is wrong, in English.</param>
/// <param name="line">Line of the fault, from 1; 0 when the fault has no place.</param>
/// <param name="column">Column of the fault in bytes, from 1; 0 when the fault has no place.</param>
public sealed class RecipeFormatException(string reason, long line, long column, Exception? inner = null)
    : Exception($"{reason} (line {line}, column {column})", inner)
{
    public string Reason { get; } = reason;

    public long Line { get; } = line;

    public long Column { get; } = column;
}
