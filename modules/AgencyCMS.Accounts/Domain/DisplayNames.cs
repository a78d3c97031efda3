using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Accounts.Domain;

/// <summary>Names of people as they are shown.</summary>
internal static class DisplayNames
{
    public const int MaxLength = 64;

    /// <summary>Without spaces at the ends and without characters that cannot be seen.</summary>
    public static string Clean(string? name) => StorableText.Tidy(string.Concat((name ?? "").Where(character => !char.IsControl(character)))).Trim();

    public static IEnumerable<Problem> Check(string? name)
    {
        if (Characters.Exceeds(Clean(name), MaxLength))
        {
            yield return AccountProblems.DisplayNameTooLong(MaxLength);
        }
        if (TextProblems.CheckSeen("DisplayName", Clean(name)) is { } unseen)
        {
            yield return unseen;
        }
    }
}
