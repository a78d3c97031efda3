namespace AgencyCMS.Contents.ShowItem;

/// <summary>What readers are told of an item that was taken back. Its title is not among it: that may be what had to go.</summary>
/// <param name="WithdrawnAt">When.</param>
/// <param name="Reason">Why; empty when it went at a moment set beforehand.</param>
/// <param name="RequestHref">The form for requests; null when the site has none.</param>
/// <param name="GuideHref">The disclosure guide; null when the site has none.</param>
internal sealed record WithdrawalNotice(DateTimeOffset WithdrawnAt, string Reason, string? RequestHref, string? GuideHref);
