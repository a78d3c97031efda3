namespace AgencyCMS.Presentation.Http;

/// <summary>What the address of a public page may say beside its path.</summary>
/// <param name="QueryKeys">The keys that the page declares with <c>[FromQuery]</c>.</param>
internal sealed record PublicPageInputs(IReadOnlyList<string> QueryKeys);
