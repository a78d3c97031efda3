using AgencyCMS.Modularity.Manifests;

[assembly: Module(
    Name = "Recipes",
    Description = "Brings content, types and settings into a site from a recipe or a package, and takes them out again.",
    Category = "Platform",
    Version = "1.0",
    IsAlwaysEnabled = true)]
