namespace AgencyCMS.Contents.EditItem;

/// <summary>How much one form may hold. Each file has its own, smaller limit, which is a setting.</summary>
internal static class EditorLimits
{
    public const long MaxFormBytes = 512L * 1024 * 1024;

    /// <summary>Of what is typed and not yet saved: the longest text there can be and what belongs to it, without files.</summary>
    public const long MaxAutosaveBytes = 16L * 1024 * 1024;

    public const int MaxTextCharacters = 16 * 1024 * 1024;
}
