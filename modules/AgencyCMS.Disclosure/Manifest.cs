using AgencyCMS.Modularity.Manifests;

[assembly: Module(
    Name = "Disclosure",
    Description = "The disclosure catalogue, items with the official metadata and index numbers, and their public pages.",
    Category = "Disclosure",
    Version = "1.0",
    Dependencies = ["AgencyCMS.Contents", "AgencyCMS.Media"])]
