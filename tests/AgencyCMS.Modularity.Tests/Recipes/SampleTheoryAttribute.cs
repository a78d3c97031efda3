namespace AgencyCMS.Modularity.Tests.Recipes;

/// <summary>A theory over the sample recipes, which shows as skipped where they are not there.</summary>
internal sealed class SampleTheoryAttribute : TheoryAttribute
{
    public SampleTheoryAttribute()
    {
        if (OrchardSamples.Folder is null)
        {
            Skip = "The sample recipes are not beside the repository (shared/orchard/samples).";
        }
    }
}
