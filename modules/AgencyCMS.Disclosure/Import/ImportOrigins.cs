using System.Globalization;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Disclosure.Import;

/// <summary>
/// The sites whose lines are this site's lines, too. The item that a line becomes is known by the number of the site it was first imported into; a site that was taken
/// over from elsewhere remembers the numbers it had there, so that the same file still finds its items.
/// </summary>
internal sealed class ImportOrigins(TenantDocuments documents, TenantContext context)
{
    /// <summary>More than a site is ever moved.</summary>
    public const int Most = 20;

    private const string Collection = "import-origins";
    private IReadOnlyList<TenantId>? _all;

    /// <summary>This site first.</summary>
    public async Task<IReadOnlyList<TenantId>> GetAsync(CancellationToken cancellationToken) =>
        _all ??= [context.Tenant.Id, .. (await documents.ListAsync(Collection, cancellationToken)).Select(document => Parse(document.Name)).OfType<TenantId>().Where(id => id != context.Tenant.Id)];

    /// <summary>Remembers a number; saved with the session.</summary>
    /// <returns>False when it is known already, or is none.</returns>
    public async Task<bool> AddAsync(string number, CancellationToken cancellationToken)
    {
        var known = await GetAsync(cancellationToken);
        if (Parse(number) is not { } id || known.Contains(id) || known.Count > Most)
        {
            return false;
        }
        _all = [.. known, id];
        return await documents.PutAsync(new TenantDocument(Collection, Write(id), "{}"), cancellationToken);
    }

    /// <summary>A number as it is written into an export.</summary>
    public static string Write(TenantId id) => id.Value.ToString(CultureInfo.InvariantCulture);

    private static TenantId? Parse(string number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? new TenantId(id) : null;
}
