using AgencyCMS.Modularity.Manifests;

[assembly: Module(
    Name = "Search",
    Description = "Finds what is published, by its words and numbers, on an agency's site and on the county portal.",
    Category = "Disclosure",
    Version = "1.0")]
