using System.Globalization;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace AgencyCMS.Portal.AgencyNames;

/// <summary>The agencies' English titles for readers of English; read anew when anything of the county has changed.</summary>
internal sealed class EnglishTitles(CountyDb db, TenantDirectory directory, TenantGenerations generations, IMemoryCache memory) : IAgencyTitles
{
    public async ValueTask<AgencyTitles> GetAsync(CancellationToken cancellationToken)
    {
        if (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en" || directory.County is not { } county)
        {
            return AgencyTitles.Official;
        }
        var generation = generations.Of(county.Id);
        if (memory.TryGetValue(typeof(EnglishTitles), out (long Generation, AgencyTitles Titles) kept) && kept.Generation == generation)
        {
            return kept.Titles;
        }
        var titles = new AgencyTitles(await db.Set<EnglishTitleRow>().AsNoTracking().Where(row => row.Title != "").ToDictionaryAsync(row => row.TenantId, row => row.Title, cancellationToken));
        memory.Set(typeof(EnglishTitles), (generation, titles));
        return titles;
    }
}
