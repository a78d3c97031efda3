using AgencyCMS.ContentManagement.Items.Comparison;

namespace AgencyCMS.ContentManagement.Tests.Items;

internal static class SegmentRuns
{
    /// <summary>Joins neighbours of one kind, so that markup does not cut a run.</summary>
    internal static List<(TextChange Change, string Text)> GroupBySequence(this IEnumerable<TextSegment> segments, Func<TextSegment, TextChange> kind)
    {
        var runs = new List<(TextChange Change, string Text)>();
        foreach (var segment in segments)
        {
            if (runs.Count > 0 && runs[^1].Change == kind(segment))
            {
                runs[^1] = (runs[^1].Change, runs[^1].Text + segment.Text);
            }
            else
            {
                runs.Add((kind(segment), segment.Text));
            }
        }
        return runs;
    }
}
