using System.Reflection;

namespace AgencyCMS.Data.Schema;

/// <summary>An assembly that contributes schema steps.</summary>
public sealed record SchemaAssembly(Assembly Assembly);
