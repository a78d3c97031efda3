using AgencyCMS.Modularity.Manifests;

[assembly: Module(Name = "Admin", Category = "Platform")]
