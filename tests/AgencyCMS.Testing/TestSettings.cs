using System.Globalization;

namespace AgencyCMS.Testing;

/// <summary>What the environment says about long tests.</summary>
public static class TestSettings
{
    /// <returns>The variable's number; the other one when there is none.</returns>
    public static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
