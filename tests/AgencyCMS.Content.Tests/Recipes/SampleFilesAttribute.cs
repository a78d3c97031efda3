using System.Reflection;
using Xunit.Sdk;

namespace AgencyCMS.Content.Tests.Recipes;

/// <summary>The name of each sample recipe.</summary>
internal sealed class SampleFilesAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => SampleTheoryAttribute.Folder is { } folder
        ? Directory.EnumerateFiles(folder, "*.recipe.json").Order(StringComparer.Ordinal).Select(file => new object[] { Path.GetFileName(file) })
        : [];
}
