namespace AgencyCMS.Modularity.Manifests;

/// <summary>Marks an assembly as a theme: a module whose feature is chosen as a tenant's look, not switched on by hand.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ThemeAttribute : ModuleAttribute
{
    /// <summary>True for a theme of the administration, false for one of the public site.</summary>
    public bool IsAdmin { get; set; }
}
