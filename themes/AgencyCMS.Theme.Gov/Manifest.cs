using AgencyCMS.Modularity.Manifests;

[assembly: Theme(
    Id = "AgencyCMS.Theme.Gov",
    Name = "Government",
    Description = "The public site of an agency: its title, emblem and colours, the tags and the footer that government sites carry.",
    Category = "Themes",
    Version = "1.0")]
