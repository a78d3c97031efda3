using AgencyCMS.Modularity.Manifests;

[assembly: Module(
    Name = "Administration",
    Description = "The frame of every agency's administration: its first page, what waits, error pages; for the county what runs in the background.",
    Category = "Platform",
    Version = "1.0",
    IsAlwaysEnabled = true)]
