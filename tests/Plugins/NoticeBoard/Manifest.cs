using AgencyCMS.Modularity.Manifests;

[assembly: Module(Name = "Notice board", Description = "A board of notices, for the tests of plugins.", Category = "Samples", Version = "1.2")]
