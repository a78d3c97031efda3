using AgencyCMS.Admin.Contracts;
using AgencyCMS.Data;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Portal.AgencyList;
using AgencyCMS.Portal.AgencyNames;
using AgencyCMS.Portal.Publications;
using AgencyCMS.Portal.Storage;
using AgencyCMS.Presentation;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Portal;

/// <summary>Puts the county's portal into the house.</summary>
public sealed class Startup : IModuleStartup
{
    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Services.AddCountyModel<PortalModel>();
        module.Services.AddSchemaSteps(typeof(Startup).Assembly);
        module.Services.AddCountyEffect<PublicationsEffect>();
        module.Services.AddCountyEffect<EnglishTitlesEffect>();
        module.Services.AddScoped<IAgencyTitles, EnglishTitles>();
        module.Services.AddScoped<LatestPublications>();
        module.Services.AddScoped<AgencyGroups>();
        module.Contribute<INavigationProvider, PortalNavigation>();
        module.Contribute<ISiteMapSource, AgencyMap>();
        module.Contribute<ITenantFigures, PublicationFigures>();
    }
}
