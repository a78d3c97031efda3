namespace AgencyCMS.Modularity.Manifests;

/// <summary>Declares a feature of a module. A module without features of its own is one feature with the module's id.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public class FeatureAttribute : Attribute
{
    /// <summary>Dotted id as written in recipes; a module's defaults to its assembly name.</summary>
    public string Id { get; set; } = "";

    /// <summary>Short name for people, English; defaults to the id.</summary>
    public string Name { get; set; } = "";

    /// <summary>One sentence, English.</summary>
    public string Description { get; set; } = "";

    /// <summary>Heading under which the console lists it.</summary>
    public string Category { get; set; } = "";

    /// <summary>Ids of features that are switched on before this one.</summary>
    public string[] Dependencies { get; set; } = [];

    /// <summary>True when only the county office's tenant may switch it on (Orchard Core: <c>DefaultTenantOnly</c>).</summary>
    public bool CountyOnly { get; set; }

    /// <summary>True when every tenant has it and nobody can switch it off.</summary>
    public bool IsAlwaysEnabled { get; set; }

    /// <summary>
    /// For a feature that a site cannot do without: one English sentence that says what is gone when it is off. Only the county office switches such a
    /// feature, after the sentence was shown and the switching confirmed. Empty for all others.
    /// </summary>
    public string WithoutIt { get; set; } = "";
}
