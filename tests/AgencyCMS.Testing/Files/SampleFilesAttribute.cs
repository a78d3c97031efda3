using System.Reflection;
using Xunit.Sdk;

namespace AgencyCMS.Testing.Files;

/// <summary>Gives a theory the absolute path of each sample recipe.</summary>
public sealed class SampleFilesAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => SampleRecipes.Files.Select(file => new object[] { file });
}
