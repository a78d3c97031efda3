namespace AgencyCMS.Contents.Contracts;

/// <summary>A difference between two versions of a part in people's words.</summary>
/// <param name="Label">What differs.</param>
/// <param name="Before">What it was; null when it was not there.</param>
/// <param name="After">What it is; null when it is not there any more.</param>
public sealed record PartDifference(string Label, string? Before, string? After);
