using AgencyCMS.Modularity.Manifests;

[assembly: Module(
    Name = "Contents",
    Description = "Content items are written, compared, published, scheduled and withdrawn; readers find them at their addresses and in feeds.",
    Category = "Content",
    Version = "1.0")]
