using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace AgencyCMS.Presentation;

/// <summary>
/// Where views are looked for: in the theme (<c>/Themes/{theme}/Views/{view}.cshtml</c>: its layout, its partials, and its own version of any module's view),
/// then beside the endpoint that asks. Names of views are unique, so themes need no folders.
/// </summary>
internal sealed class ThemeViewLocations(FeatureCatalogue catalogue) : IViewLocationExpander
{
    private const string Theme = "theme";
    private const string Folder = "folder";
    private readonly string? _adminTheme = catalogue.All.FirstOrDefault(feature => feature.IsAdminTheme)?.Id;

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        var http = context.ActionContext.HttpContext;
        context.Values[Theme] = IsAdministration(context.ActionContext.ActionDescriptor.AttributeRouteInfo?.Template)
            ? _adminTheme
            : http.Features.Get<Tenant>()?.Theme;
        if (context.ActionContext.ActionDescriptor is ControllerActionDescriptor action)
        {
            context.Values[Folder] = FolderOf(action.ControllerTypeInfo);
        }
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        if (context.Values.TryGetValue(Theme, out var theme) && theme is not null)
        {
            yield return $"/Themes/{theme}/Views/{{0}}.cshtml";
        }
        if (context.Values.TryGetValue(Folder, out var folder))
        {
            yield return $"{folder}/{{0}}.cshtml";
        }
        // What a module contributes to the pages of another (a section, a part's editor) belongs to no endpoint.
        yield return "/Parts/{0}.cshtml";
        foreach (var location in viewLocations)
        {
            yield return location;
        }
    }

    /// <summary>Pages of the administration and of accounts wear the administration's theme. Their addresses are fixed.</summary>
    public static bool IsAdministration(string? routeTemplate) =>
        routeTemplate?.TrimStart('/').Split('/')[0] is "admin" or "account";

    /// <summary><c>AgencyCMS.Requests.SubmitRequest</c> in the assembly <c>AgencyCMS.Requests</c> is <c>/SubmitRequest</c>.</summary>
    private static string FolderOf(Type controller)
    {
        var root = controller.Assembly.GetName().Name!; // a loaded assembly has a name
        var name = controller.Namespace ?? "";
        return name.StartsWith(root, StringComparison.Ordinal) ? name[root.Length..].Replace('.', '/') : "";
    }
}
