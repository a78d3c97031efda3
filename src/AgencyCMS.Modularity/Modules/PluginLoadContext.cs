using System.Reflection;
using System.Runtime.Loader;

namespace AgencyCMS.Modularity.Modules;

/// <summary>
/// Loads a published plugin with its own dependencies. What the host already has of the platform, of ASP.NET Core and of the extensions is shared,
/// so that types mean the same on both sides.
/// </summary>
internal sealed class PluginLoadContext(string mainAssembly) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(mainAssembly))
{
    private readonly AssemblyDependencyResolver _resolver = new(mainAssembly);

    /// <exception cref="InvalidOperationException">The folder holds no module.</exception>
    public static LoadedModule Load(string folder)
    {
        var main = Path.GetFullPath(Path.Combine(folder, Path.GetFileName(folder) + ".dll"));
        if (!File.Exists(main))
        {
            throw new InvalidOperationException($"The folder holds no {Path.GetFileName(main)}.");
        }
        var assembly = new PluginLoadContext(main).LoadFromAssemblyPath(main);
        return LoadedModule.Read(assembly, folder) ?? throw new InvalidOperationException($"{Path.GetFileName(main)} carries no module manifest.");
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        var isShared = Default.Assemblies.Any(assembly => assembly.GetName().Name == name)
            || name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
            || name.StartsWith("AgencyCMS.", StringComparison.Ordinal);
        if (isShared && CanShare(assemblyName))
        {
            return null;
        }
        var path = _resolver.ResolveAssemblyToPath(assemblyName);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var path = _resolver.ResolveUnmanagedDllToPath(unmanagedDllName);
        return path is null ? 0 : LoadUnmanagedDllFromPath(path);
    }

    // A library that merely happens to be loaded by the host may stay private; the platform and the framework must be shared.
    private bool CanShare(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        var isPlatform = name.StartsWith("AgencyCMS.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal)
            || name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard" or "mscorlib" or "FluentMigrator" or "FluentMigrator.Abstractions";
        return isPlatform || _resolver.ResolveAssemblyToPath(assemblyName) is null;
    }
}
