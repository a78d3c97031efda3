using AgencyCMS.Modularity.Manifests;

[assembly: Module(
    Name = "Contents",
    Description = "Content items are written, compared, published, scheduled and withdrawn; readers find them at their addresses and in feeds.",
    Category = "Content",
    Version = "1.0",
    Dependencies = ["AgencyCMS.Admin"],
    WithoutIt = "The site has no pages, no feed and no site map: readers find none of its items.")]
