using AgencyCMS.Modularity.Manifests;

[assembly: Module(
    Name = "Disclosure",
    Description = "The disclosure catalogue, items with the official metadata and index numbers, and their public pages.",
    Category = "Disclosure",
    Version = "1.0",
    WithoutIt = "The site has no home page, no catalogue and no pages of its items: every address that readers know answers “not found”.",
    Dependencies = ["AgencyCMS.Admin", "AgencyCMS.Contents", "AgencyCMS.Media"])]
