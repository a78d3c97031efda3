using AgencyCMS.Modularity.Manifests;

[assembly: Module(
    Name = "Demo",
    Description = "Fills a data folder with generated agencies and items for load tests.",
    Category = "Operations",
    Dependencies = ["AgencyCMS.Tenants", "AgencyCMS.Disclosure"],
    CountyOnly = true)]
