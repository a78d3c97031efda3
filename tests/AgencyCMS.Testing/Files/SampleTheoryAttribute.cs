using Xunit;

namespace AgencyCMS.Testing.Files;

/// <summary>A theory over the public Orchard Core recipes beside the project, which shows as skipped where they are not there.</summary>
public sealed class SampleTheoryAttribute : TheoryAttribute
{
    public SampleTheoryAttribute()
    {
        if (SampleRecipes.Folder is null)
        {
            Skip = "The sample recipes are not beside the project (shared/orchard/samples).";
        }
    }
}
