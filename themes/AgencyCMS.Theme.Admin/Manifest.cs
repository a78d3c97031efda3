using AgencyCMS.Modularity.Manifests;

[assembly: Theme(
    Id = "AgencyCMS.Theme.Admin",
    Name = "Administration",
    Description = "The working pages of staff: menu, lists, forms and the editor of texts.",
    Category = "Themes",
    Version = "1.0",
    IsAdmin = true)]
