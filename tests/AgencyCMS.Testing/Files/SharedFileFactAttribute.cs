using Xunit;

namespace AgencyCMS.Testing.Files;

/// <summary>A test of a file of <see cref="SharedFolder"/>; skipped, and shown as skipped, where it does not stand.</summary>
public sealed class SharedFileFactAttribute : FactAttribute
{
    public SharedFileFactAttribute(string path)
    {
        if (SharedFolder.Find(path) is null)
        {
            Skip = $"The folder shared beside the project does not hold {path}.";
        }
    }
}
