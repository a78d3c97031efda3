using AgencyCMS.Modularity.Manifests;
using AgencyCMS.Tenants;

[assembly: Module(
    Name = "Tenants",
    Description = "The county office creates the agencies' sites and looks after them: suspend, resume, rename, archive, export, delete.",
    Category = "County",
    Version = "1.0",
    WithoutIt = "The county office loses this console: sites can then be made and changed by the operator's commands alone.",
    Dependencies = ["AgencyCMS.Accounts", "AgencyCMS.Admin"],
    CountyOnly = true)]

[assembly: Feature(
    Id = TenantFeatures.Switching,
    Name = "Feature switches",
    Description = "A site's administrators switch its features on and off while it runs.",
    Category = "Platform",
    IsAlwaysEnabled = true)]
