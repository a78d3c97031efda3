namespace AgencyCMS.Operations.Verify;

/// <summary>Something that does not agree.</summary>
/// <param name="Check">Name of the check that found it.</param>
/// <param name="Tenant">Name of the tenant; null for the county store.</param>
/// <param name="Message">What is wrong, English.</param>
internal sealed record Fault(string Check, string? Tenant, string Message);
