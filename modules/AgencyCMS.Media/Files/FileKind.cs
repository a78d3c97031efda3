namespace AgencyCMS.Media.Files;

/// <summary>A kind of file that is allowed.</summary>
/// <param name="MediaType">What browsers are told.</param>
/// <param name="Check">Looks whether the content is of this kind.</param>
internal sealed record FileKind(string MediaType, Func<Stream, string?> Check)
{
    /// <summary>The answer of a check that found something else.</summary>
    public const string Other = "";

    /// <summary>True for pictures, which browsers may show in the page.</summary>
    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);
}
