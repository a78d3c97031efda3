using AgencyCMS.Modularity.Manifests;

[assembly: Module(Name = "Tenants", Category = "County")]
