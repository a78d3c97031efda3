using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Media.Files;

/// <summary>Why the content of a file is not taken.</summary>
/// <param name="Tell">Name of the file → what its sender is told.</param>
internal sealed record ContentFault(Func<string, Problem> Tell)
{
    /// <summary>It is something other than its name says.</summary>
    public static ContentFault Other { get; } = new(MediaProblems.ContentDoesNotFit);

    /// <summary>It, or an archive in it, holds more than is looked through.</summary>
    public static ContentFault TooMuch { get; } = new(MediaProblems.HoldsTooMuch);

    /// <summary>It is locked, so that nobody can say what it holds.</summary>
    public static ContentFault Protected { get; } = new(MediaProblems.IsProtected);

    /// <summary>It holds something that a computer might run, or be made to fetch.</summary>
    public static ContentFault Program(string part) => new(file => MediaProblems.HoldsProgram(file, part));

    /// <summary>An archive holds an archive, or a name that leads out of it or hides what it is.</summary>
    public static ContentFault Entry(string entry) => new(file => MediaProblems.EntryNotAllowed(file, entry));
}
