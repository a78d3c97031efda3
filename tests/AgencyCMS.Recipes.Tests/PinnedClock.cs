namespace AgencyCMS.Recipes.Tests;

/// <summary>Stands still at the given instant.</summary>
internal sealed class PinnedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
