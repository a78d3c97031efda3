namespace AgencyCMS.Modularity.Modules;

/// <summary>What a module brings to the house. Each module has exactly one, called <c>Startup</c>, with a public constructor without parameters.</summary>
public interface IModuleStartup
{
    /// <summary>Called once, before the service container is built.</summary>
    void Configure(ModuleBuilder module);
}
