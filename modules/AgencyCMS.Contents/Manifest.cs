using AgencyCMS.Modularity.Manifests;

[assembly: Module(Name = "Contents", Category = "Content")]
