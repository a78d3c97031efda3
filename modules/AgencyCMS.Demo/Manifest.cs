using AgencyCMS.Modularity.Manifests;

[assembly: Module(
    Name = "Demo",
    Description = "Fills a data folder with generated agencies and items for load tests.",
    Category = "Operations",
    Version = "1.0",
    Dependencies = ["AgencyCMS.Tenants", "AgencyCMS.Disclosure"],
    CountyOnly = true)]
