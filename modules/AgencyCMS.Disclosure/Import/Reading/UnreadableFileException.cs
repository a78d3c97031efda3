using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Import.Reading;

/// <summary>A file of which no line can be taken over before its owner has changed it.</summary>
/// <param name="problem">What is to be changed.</param>
internal sealed class UnreadableFileException(Problem problem) : Exception(problem.ToEnglish())
{
    public Problem Problem { get; } = problem;
}
