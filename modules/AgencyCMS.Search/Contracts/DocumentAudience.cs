namespace AgencyCMS.Search.Contracts;

/// <summary>Who may find a document: everybody, the tenant's staff, or one group of that staff.</summary>
public sealed record DocumentAudience
{
    private DocumentAudience(bool isPublic, string? group)
    {
        IsPublic = isPublic;
        Group = group;
    }

    public static DocumentAudience Public { get; } = new(isPublic: true, group: null);

    public static DocumentAudience Staff { get; } = new(isPublic: false, group: null);

    public bool IsPublic { get; }

    /// <summary>Null for the public and for all staff.</summary>
    public string? Group { get; }

    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static DocumentAudience ForGroup(string group)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(group);
        return new DocumentAudience(isPublic: false, group);
    }
}
