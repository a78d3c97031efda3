using System.Globalization;

namespace AgencyCMS.Benchmarks.Measuring;

/// <summary>What a process has used, from the system's own records (proc(5)).</summary>
internal static class ProcessUse
{
    // USER_HZ, which is 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;
    private const int UserTimeField = 11;

    /// <returns>CPU time in seconds, user and system, of all threads.</returns>
    public static double CpuSeconds(int processId)
    {
        var stat = File.ReadAllText(FormattableString.Invariant($"/proc/{processId}/stat"));
        // The name in brackets may hold blanks; the fields after it do not.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[UserTimeField], CultureInfo.InvariantCulture) + long.Parse(fields[UserTimeField + 1], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    /// <returns>Resident memory in bytes.</returns>
    public static long ResidentBytes(int processId)
    {
        var line = File.ReadLines(FormattableString.Invariant($"/proc/{processId}/status")).Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line["VmRSS:".Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture) * 1024;
    }
}
