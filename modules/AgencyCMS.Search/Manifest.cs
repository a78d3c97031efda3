using AgencyCMS.Modularity.Manifests;

[assembly: Module(Name = "Search", Category = "Disclosure")]
