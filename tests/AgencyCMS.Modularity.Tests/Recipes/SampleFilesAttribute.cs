using System.Reflection;
using Xunit.Sdk;

namespace AgencyCMS.Modularity.Tests.Recipes;

/// <summary>The name of each sample recipe.</summary>
internal sealed class SampleFilesAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        (OrchardSamples.Files ?? []).Select(file => new object[] { Path.GetFileName(file) });
}
