namespace AgencyCMS.ContentManagement.Recipes.Kept;

/// <summary>A step of Orchard Core that means nothing here yet. Its things are kept, each under the key by which Orchard Core finds it again.</summary>
/// <param name="Name">The step's name, which is also the name of the collection.</param>
/// <param name="Payload">The property that holds the things.</param>
/// <param name="Keys">Properties that name a thing: the first that is there, or all joined when <paramref name="IsCompound"/>.</param>
/// <param name="HoldsSecrets">Left out of exports unless secrets are asked for.</param>
internal sealed record KeptStep(string Name, KeptForm Form, string Payload, string[] Keys, bool IsCompound = false, bool HoldsSecrets = false)
{
    internal static IReadOnlyList<KeptStep> All { get; } =
    [
        Map("MediaProfiles"), Map("Templates"), Map("AdminTemplates"), Map("ShortcodeTemplates"), Map("Placements"), Map("FeatureProfiles"),
        List("Layers", "Layers", "Name"),
        List("AdminMenu", "data", "Id"),
        List("Queries", "Queries", "Name"),
        List("Sitemaps", "data", "SitemapId"),
        List("UrlRewriting", "Rules", "Id", "Name"),
        List("WorkflowType", "data", "WorkflowTypeId"),
        List("deployment", "Plans", "Name"),
        List("CreateOrUpdateIndexProfile", "indexes", "Id", "Name"),
        List("CreateOrUpdateRateLimitPolicies", "policies", "Id", "Name"),
        new("Translations", KeptForm.List, "translations", ["culture", "context", "key"], IsCompound: true),
        new("DynamicDataTranslations", KeptForm.List, "translations", ["culture", "context", "key"], IsCompound: true),
        Singles("lucene-index"), Singles("ElasticIndexSettings"), Singles("azureai-index-create"),
        Whole("lucene-index-reset"), Whole("lucene-index-rebuild"), Whole("elastic-index-reset"), Whole("elastic-index-rebuild"),
        Whole("azureai-index-reset"), Whole("azureai-index-rebuild"), Whole("ResetIndex"), Whole("RebuildIndex"),
        Whole("ReloadTenant"), Whole("move-attached-media-fields"),
        Secret("OpenIdApplication"), Secret("OpenIdScope"), Secret("OpenIdServerSettings"), Secret("OpenIdValidationSettings"), Secret("OpenIdClientSettings"),
        Secret("FacebookCoreSettings"), Secret("FacebookLoginSettings"), Secret("GitHubAuthenticationSettings"), Secret("MicrosoftAccountSettings"),
        Secret("AzureADSettings"), Secret("TwitterSettings"),
    ];

    internal static KeptStep? Find(string name) => All.FirstOrDefault(step => step.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static KeptStep Map(string name) => new(name, KeptForm.Map, name, []);

    private static KeptStep List(string name, string payload, params string[] keys) => new(name, KeptForm.List, payload, keys);

    private static KeptStep Singles(string name) => new(name, KeptForm.Singles, "Indices", []);

    private static KeptStep Whole(string name) => new(name, KeptForm.Whole, "", []);

    private static KeptStep Secret(string name) => new(name, KeptForm.Whole, "", [], HoldsSecrets: true);
}
