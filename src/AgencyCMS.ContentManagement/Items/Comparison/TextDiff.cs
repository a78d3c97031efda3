using System.Text.RegularExpressions;

namespace AgencyCMS.ContentManagement.Items.Comparison;

/// <summary>
/// The difference between two texts as a reader sees it. Long texts are compared paragraph by paragraph first, and only inside
/// paragraphs that changed by words and characters.
/// </summary>
public static partial class TextDiff
{
    // Common stretches shorter than this between two changes are noise, such as one shared comma or 的.
    private const int MinSharedTokens = 2;

    /// <returns>Segments in reading order; neighbours differ in kind. Empty only when both texts are.</returns>
    public static IReadOnlyList<TextSegment> Between(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var steps = new List<(TextChange Change, string Token)>();
        var budget = new DiffBudget();
        foreach (var run in SequenceDiff.Between(Paragraphs(before), Paragraphs(after), budget))
        {
            if (run.Change is TextChange.Same)
            {
                steps.AddRange(TextTokens.Of(string.Concat(run.Old)).Select(token => (TextChange.Same, token)));
            }
            else
            {
                steps.AddRange(Inside(string.Concat(run.Old), string.Concat(run.New), budget));
            }
        }
        return Segments(steps);
    }

    private static IEnumerable<(TextChange, string)> Inside(string before, string after, DiffBudget budget)
    {
        var runs = WithoutNoise([.. SequenceDiff.Between(TextTokens.Of(before), TextTokens.Of(after), budget)]);
        foreach (var run in runs)
        {
            foreach (var token in run.Old)
            {
                yield return (run.Change is TextChange.Same ? TextChange.Same : TextChange.Deleted, token);
            }
            if (run.Change is not TextChange.Same)
            {
                foreach (var token in run.New)
                {
                    yield return (TextChange.Inserted, token);
                }
            }
        }
    }

    // "甲方的报告" against "乙县的总结": one replacement reads better than four around a shared 的.
    private static List<SequenceRun> WithoutNoise(List<SequenceRun> runs)
    {
        var result = new List<SequenceRun>();
        var (old, @new) = (new List<string>(), new List<string>());
        for (var index = 0; index < runs.Count; index++)
        {
            var run = runs[index];
            var isBetweenChanges = index > 0 && index < runs.Count - 1;
            var isNoise = run.Change is TextChange.Same && isBetweenChanges && run.Old.Count < MinSharedTokens && !run.Old.Any(TextTokens.IsMarkup);
            if (isNoise || run.Change is not TextChange.Same)
            {
                old.AddRange(run.Old);
                @new.AddRange(run.New);
                continue;
            }
            EndReplacement();
            result.Add(run);
        }
        EndReplacement();
        return result;

        void EndReplacement()
        {
            if (old.Count > 0 || @new.Count > 0)
            {
                result.Add(new(TextChange.Deleted, old, @new));
                (old, @new) = ([], []);
            }
        }
    }

    private static List<TextSegment> Segments(List<(TextChange Change, string Token)> steps)
    {
        var segments = new List<TextSegment>();
        var text = new System.Text.StringBuilder();
        for (var index = 0; index < steps.Count; index++)
        {
            text.Append(steps[index].Token);
            var kind = Kind(steps[index]);
            if (index == steps.Count - 1 || Kind(steps[index + 1]) != kind)
            {
                segments.Add(new(kind.Change, text.ToString(), kind.IsMarkup));
                text.Clear();
            }
        }
        return segments;
    }

    private static (TextChange Change, bool IsMarkup) Kind((TextChange Change, string Token) step) => (step.Change, TextTokens.IsMarkup(step.Token));

    // Ends a paragraph after a line break, a closing block tag or a full stop of either script.
    private static List<string> Paragraphs(string text) => [.. ParagraphEnd().Split(text).Where(paragraph => paragraph.Length > 0)];

    [GeneratedRegex(@"(?<=\n)|(?<=</(?:p|div|li|tr|td|th|h[1-6]|table|ul|ol|section)>)|(?<=[。！？])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ParagraphEnd();
}
