using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Accounts.Domain;

/// <summary>Names of people as they are shown.</summary>
internal static class DisplayNames
{
    public const int MaxLength = 64;

    /// <summary>Without spaces at the ends and without characters that cannot be seen, at most <see cref="MaxLength"/> long.</summary>
    public static string Clean(string? name)
    {
        var visible = string.Concat((name ?? "").Where(character => !char.IsControl(character))).Trim();
        return Characters.Cut(visible, MaxLength);
    }
}
