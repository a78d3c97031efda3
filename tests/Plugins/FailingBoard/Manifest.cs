using AgencyCMS.Modularity.Manifests;

[assembly: Module(Name = "Failing board", Description = "A plugin whose start fails, for the tests of plugins.", Category = "Samples")]
