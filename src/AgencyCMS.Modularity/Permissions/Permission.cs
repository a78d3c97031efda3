namespace AgencyCMS.Modularity.Permissions;

/// <summary>Something a role may be allowed to do in one tenant.</summary>
/// <param name="Id"><c>module.verb</c> in kebab case, such as <c>contents.publish</c>.</param>
/// <param name="Description">One English sentence, shown where roles are edited.</param>
/// <param name="CountyOnly">True when it can be held in the county office's tenant only.</param>
public sealed record Permission(string Id, string Description, bool CountyOnly = false);
