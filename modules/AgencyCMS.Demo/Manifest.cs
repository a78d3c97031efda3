using AgencyCMS.Modularity.Manifests;

[assembly: Module(Name = "Demo", Category = "Operations", Description = "Fills a data folder with generated agencies and items for load tests.", CountyOnly = true)]
