using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgencyCMS.Contents.PreviewItem;

/// <summary>Addresses of previews. They cannot be guessed and say nothing; who opens one must still be allowed to.</summary>
internal sealed class PreviewLinks(IDataProtectionProvider protection, TenantContext tenants, LinkGenerator links, IHttpContextAccessor http)
{
    private const char Separator = '.';

    /// <param name="contentItemId">The item.</param>
    /// <param name="versionId">Null for the newest version with what the person has typed since.</param>
    public string? Of(string contentItemId, string? versionId) =>
        http.HttpContext is { } context ? links.GetPathByName(context, ContentRouteNames.Preview, new { key = Protector().Protect($"{contentItemId}{Separator}{versionId}") }) : null;

    /// <returns>Null for a key of another tenant or of no one's making.</returns>
    public (string ContentItemId, string? VersionId)? Read(string key)
    {
        try
        {
            var parts = Protector().Unprotect(key).Split(Separator);
            return (parts[0], parts[1].Length > 0 ? parts[1] : null);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector() => protection.CreateProtector("AgencyCMS.Contents.Preview", tenants.Tenant.Id.ToString());
}
