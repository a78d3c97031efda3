namespace AgencyCMS.Modularity.Manifests;

/// <summary>Marks an assembly as a module. Property names are those of Orchard Core's manifests.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class ModuleAttribute : FeatureAttribute
{
    /// <summary>Who makes the module.</summary>
    public string Author { get; set; } = "";

    /// <summary>Free text, by habit a semantic version.</summary>
    public string Version { get; set; } = "0.0";
}
