namespace AgencyCMS.ContentManagement.Items.Comparison;

/// <summary>Steps that the comparison of two texts may still make. What cannot be compared within them is shown as replaced as a whole.</summary>
internal sealed class DiffBudget
{
    // A second or so; texts of a few changed sentences need some thousands.
    private const long MaxSteps = 40_000_000;

    private long _left = MaxSteps;

    public bool IsSpent => _left <= 0;

    public void Spend(long steps) => _left -= steps;
}
