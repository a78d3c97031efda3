using AgencyCMS.Modularity.Manifests;

[assembly: Module(Name = "Accounts", Category = "Platform")]
