using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NoticeBoard;

/// <summary>Puts the notice board into the house.</summary>
public sealed class Startup : IModuleStartup
{
    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Contribute<INavigationProvider, BoardNavigation>();
        module.MapEndpoints(endpoints => endpoints.MapGet("/board/count", () => Results.Text("3")).WithMetadata(new PublicAccessAttribute()));
    }
}
