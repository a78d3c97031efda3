using AgencyCMS.Modularity.Manifests;

[assembly: Module(Name = "Disclosure", Category = "Disclosure")]
