namespace AgencyCMS.Media.Files;

/// <summary>A kind of file that is allowed.</summary>
/// <param name="MediaType">What browsers are told.</param>
/// <param name="Check">Looks whether the content, which can be read from any place, is of this kind and holds nothing that runs; null when all is well.</param>
internal sealed record FileKind(string MediaType, Func<Stream, ContentFault?> Check)
{
    /// <summary>True for pictures, which browsers may show in the page.</summary>
    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);
}
