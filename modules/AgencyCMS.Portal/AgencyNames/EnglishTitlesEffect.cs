using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Presentation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Portal.AgencyNames;

/// <summary>Keeps the English titles of all agencies in one place, so that lists of the county open no other store.</summary>
internal sealed class EnglishTitlesEffect(TenantScopes scopes) : ICountyEffect
{
    private const int MaxCharacters = 300;

    public string Name => "portal.english-titles";

    public async Task ApplyAsync(CountyDb db, Tenant tenant, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        if (!changes.Any(change => change.Kind == StoreChanges.Restored || (change.Kind == TenantSettings.Changed && change.SubjectId == nameof(SiteProfile))))
        {
            return;
        }
        string title;
        await using (var scope = scopes.Open(tenant, Actor.Service("portal")))
        {
            var section = await scope.ServiceProvider.GetRequiredService<TenantSettings>().FindAsync(nameof(SiteProfile), cancellationToken);
            title = (section?[nameof(SiteProfile.TitleEn)]?.ToString() ?? "").Trim();
        }
        var row = await db.Set<EnglishTitleRow>().SingleOrDefaultAsync(row => row.TenantId == tenant.Id.Value, cancellationToken);
        if (row is null)
        {
            row = new EnglishTitleRow { TenantId = tenant.Id.Value };
            db.Add(row);
        }
        row.Title = Characters.Cut(title, MaxCharacters);
    }
}
