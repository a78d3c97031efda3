using AgencyCMS.Modularity.Manifests;

[assembly: Module(Name = "Media", Category = "Content")]
