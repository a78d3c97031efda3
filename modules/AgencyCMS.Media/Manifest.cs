using AgencyCMS.Modularity.Manifests;

[assembly: Module(
    Name = "Media",
    Description = "Files of items and of the site: checked by their content, kept once, and without a public address until their item is public.",
    Category = "Content",
    Version = "1.0",
    WithoutIt = "Nobody can open an attachment of the site any more, and no file can be added.",
    Dependencies = ["AgencyCMS.Contents"])]
