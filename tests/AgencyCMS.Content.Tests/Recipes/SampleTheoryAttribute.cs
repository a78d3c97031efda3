using AgencyCMS.Testing.Files;

namespace AgencyCMS.Content.Tests.Recipes;

/// <summary>A theory over the public Orchard Core recipes beside the repository, which shows as skipped where they are not there.</summary>
internal sealed class SampleTheoryAttribute : TheoryAttribute
{
    public SampleTheoryAttribute()
    {
        if (Folder is null)
        {
            Skip = "The sample recipes are not beside the repository (shared/orchard/samples).";
        }
    }

    internal static string? Folder { get; } = SharedFolder.Find("orchard/samples");
}
