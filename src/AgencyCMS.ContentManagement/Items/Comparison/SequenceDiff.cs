namespace AgencyCMS.ContentManagement.Items.Comparison;

/// <summary>A stretch that both sequences share, or one that stands against another.</summary>
/// <param name="Change"><see cref="TextChange.Same"/>, or anything else for a replacement, of which either side may be empty.</param>
internal readonly record struct SequenceRun(TextChange Change, IReadOnlyList<string> Old, IReadOnlyList<string> New);

/// <summary>Shortest edit script by Myers' greedy algorithm ("An O(ND) Difference Algorithm and Its Variations", 1986).</summary>
internal static class SequenceDiff
{
    // Memory grows with the square of this; texts that differ more are shown as replaced as a whole.
    private const int MaxEdits = 2000;

    internal static IEnumerable<SequenceRun> Between(List<string> old, List<string> @new, DiffBudget budget)
    {
        var head = Shared(old, @new);
        var tail = SharedAtEnd(old, @new, Math.Min(old.Count, @new.Count) - head);
        if (head > 0)
        {
            yield return Same(old[..head]);
        }
        var oldMiddle = old[head..^tail];
        var newMiddle = @new[head..^tail];
        foreach (var run in Middle(oldMiddle, newMiddle, budget))
        {
            yield return run;
        }
        if (tail > 0)
        {
            yield return Same(old[^tail..]);
        }
    }

    private static int Shared(List<string> old, List<string> @new)
    {
        var length = 0;
        while (length < old.Count && length < @new.Count && old[length] == @new[length])
        {
            length++;
        }
        return length;
    }

    private static int SharedAtEnd(List<string> old, List<string> @new, int atMost)
    {
        var length = 0;
        while (length < atMost && old[^(length + 1)] == @new[^(length + 1)])
        {
            length++;
        }
        return length;
    }

    private static IEnumerable<SequenceRun> Middle(List<string> old, List<string> @new, DiffBudget budget)
    {
        if (old.Count == 0 && @new.Count == 0)
        {
            return [];
        }
        var isOneSided = old.Count == 0 || @new.Count == 0;
        return isOneSided || Trace(old, @new, budget) is not { } trace ? [Replacement(old, @new)] : Runs(old, @new, trace);
    }

    /// <summary>For each number of edits the furthest place on every diagonal; null when there are too many edits, or the budget is spent.</summary>
    private static List<int[]>? Trace(List<string> old, List<string> @new, DiffBudget budget)
    {
        var trace = new List<int[]>();
        var limit = Math.Min(old.Count + @new.Count, MaxEdits);
        var furthest = new int[(2 * limit) + 2];
        for (var edits = 0; edits <= limit && !budget.IsSpent; edits++)
        {
            budget.Spend(edits + 1);
            trace.Add(furthest[(limit - edits)..(limit + edits + 2)]);
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var goesDown = diagonal == -edits || (diagonal != edits && furthest[limit + diagonal - 1] < furthest[limit + diagonal + 1]);
                var x = goesDown ? furthest[limit + diagonal + 1] : furthest[limit + diagonal - 1] + 1;
                var from = x;
                while (x < old.Count && x - diagonal < @new.Count && old[x] == @new[x - diagonal])
                {
                    x++;
                }
                budget.Spend(x - from);
                furthest[limit + diagonal] = x;
                if (x >= old.Count && x - diagonal >= @new.Count)
                {
                    return trace;
                }
            }
        }
        return null;
    }

    private static List<SequenceRun> Runs(List<string> old, List<string> @new, List<int[]> trace)
    {
        var shared = SharedPlaces(old.Count, @new.Count, trace);
        var runs = new List<SequenceRun>();
        var (x, y) = (0, 0);
        foreach (var (oldPlace, newPlace, length) in shared)
        {
            if (oldPlace > x || newPlace > y)
            {
                runs.Add(Replacement(old[x..oldPlace], @new[y..newPlace]));
            }
            if (length > 0)
            {
                runs.Add(Same(old.GetRange(oldPlace, length)));
            }
            (x, y) = (oldPlace + length, newPlace + length);
        }
        return runs;
    }

    /// <summary>Walks back from the end; gives the shared stretches in reading order, with an empty one at the end.</summary>
    private static Stack<(int Old, int New, int Length)> SharedPlaces(int x, int y, List<int[]> trace)
    {
        var shared = new Stack<(int, int, int)>();
        shared.Push((x, y, 0));
        for (var edits = trace.Count - 1; edits >= 0; edits--)
        {
            var diagonal = x - y;
            var before = trace[edits];
            var goesDown = diagonal == -edits || (diagonal != edits && before[edits + diagonal - 1] < before[edits + diagonal + 1]);
            var (fromX, fromY) = edits == 0 ? (0, 0) : From(before[edits + diagonal + (goesDown ? 1 : -1)], diagonal + (goesDown ? 1 : -1));
            var (editedX, editedY) = edits == 0 ? (0, 0) : goesDown ? (fromX, fromY + 1) : (fromX + 1, fromY);
            if (x > editedX)
            {
                shared.Push((editedX, editedY, x - editedX));
            }
            (x, y) = (fromX, fromY);
        }
        return shared;

        static (int X, int Y) From(int x, int diagonal) => (x, x - diagonal);
    }

    private static SequenceRun Same(List<string> tokens) => new(TextChange.Same, tokens, tokens);

    private static SequenceRun Replacement(List<string> old, List<string> @new) => new(TextChange.Deleted, old, @new);
}
