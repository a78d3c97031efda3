using AgencyCMS.Modularity.Manifests;

[assembly: Module(
    Name = "Search",
    Description = "Finds what is published, by its words and numbers, on an agency's site and on the county portal.",
    Category = "Disclosure",
    Version = "1.0",
    WithoutIt = "Readers and staff cannot search the site, and it is missing from the search of the county.")]
