using AgencyCMS.Modularity.Manifests;

[assembly: Module(
    Name = "Operations",
    Description = "Shows the county office what runs in the background, and gives the operator backup, restore and verification.",
    Category = "Operations",
    Version = "1.0",
    Dependencies = ["AgencyCMS.Tenants"],
    CountyOnly = true)]
