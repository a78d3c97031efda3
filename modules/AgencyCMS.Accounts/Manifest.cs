using AgencyCMS.Modularity.Manifests;

[assembly: Module(
    Name = "Accounts",
    Description = "Staff sign in once for all agencies; memberships and roles say what they may do in each.",
    Category = "Platform",
    Version = "1.0",
    Dependencies = ["AgencyCMS.Admin"],
    IsAlwaysEnabled = true)]
