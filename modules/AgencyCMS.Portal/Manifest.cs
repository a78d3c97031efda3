using AgencyCMS.Modularity.Manifests;

[assembly: Module(Name = "Portal", Category = "County")]
