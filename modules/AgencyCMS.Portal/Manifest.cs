using AgencyCMS.Modularity.Manifests;

[assembly: Module(
    Name = "County portal",
    Description = "The county's portal: all agencies, and what they have published lately.",
    Category = "County",
    CountyOnly = true,
    Dependencies = ["AgencyCMS.Disclosure"])]
