using AgencyCMS.Modularity.Manifests;

[assembly: Module(
    Name = "County portal",
    Description = "The county's portal: all agencies, and what they have published lately.",
    Category = "County",
    Version = "1.0",
    WithoutIt = "The county has no home page and no list of its agencies.",
    CountyOnly = true,
    Dependencies = ["AgencyCMS.Admin", "AgencyCMS.Disclosure"])]
