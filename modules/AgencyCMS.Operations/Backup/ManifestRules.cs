namespace AgencyCMS.Operations.Backup;

/// <summary>What a manifest must not say. A backup may have lain anywhere, so its manifest is believed no more than any other text from outside.</summary>
internal static class ManifestRules
{
    private const int HashLength = 64;
    private const int LongestPath = 500;

    /// <returns>Every fault as an English sentence.</returns>
    public static IEnumerable<string> FindFaults(BackupManifest manifest)
    {
        // A list may hold null whatever its type says.
        if (manifest.Tenants.Any(tenant => tenant is null) || manifest.Failed.Any(failure => failure is null) || manifest.Damaged.Any(damage => damage is null))
        {
            return ["One of its entries is empty."];
        }
        var copies = manifest.Copies.ToList();
        var twice = copies.CountBy(copy => copy.Id).Where(count => count.Value > 1).Select(count => FormattableString.Invariant($"It names the tenant {count.Key} twice."));
        return [.. manifest.County is null ? [] : Check("The county", manifest.County), .. copies.SelectMany(Check), .. twice];
    }

    private static IEnumerable<string> Check(BackupTenant tenant)
    {
        var name = FormattableString.Invariant($"The tenant {tenant.Id}");
        if (tenant.Id <= 0 || tenant.Name.Length == 0)
        {
            yield return $"{name} has no number or no name.";
        }
        foreach (var fault in Check(name, tenant.Store))
        {
            yield return fault;
        }
        foreach (var medium in tenant.Media)
        {
            if (medium is null || medium.Length < 0 || !IsInside(medium.Path))
            {
                yield return $"{name} has a medium without a length, or with a path that leads elsewhere.";
            }
        }
    }

    private static IEnumerable<string> Check(string name, BackupFile file)
    {
        if (file.Length < 0 || !IsInside(file.Path))
        {
            yield return $"{name} has a copy without a length, or with a path that leads elsewhere.";
        }
        if (file.Sha256.Length != HashLength || !file.Sha256.All(char.IsAsciiHexDigitLower))
        {
            yield return $"{name} has a copy without a hash.";
        }
    }

    // Segments of a path below the folder, and nothing that any system reads in another way.
    private static bool IsInside(string path) =>
        path.Length is > 0 and <= LongestPath
        && !path.Any(character => char.IsControl(character) || character is '\\' or ':')
        && path.Split('/').All(segment => segment is not ("" or "." or ".."));
}
