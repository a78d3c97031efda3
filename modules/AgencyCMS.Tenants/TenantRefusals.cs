using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Tenants;

/// <summary>Every refusal of this module; those about names and clashes are in <see cref="TenantProblems"/>.</summary>
internal static class TenantRefusals
{
    public const int MaxTitleLength = 200;
    public const int MaxNoticeLength = 1000;

    public static Problem TitleMissing() => Problem.Invalid("tenants.title-missing", "Title", "Write the agency's full name.");

    public static Problem TitleTooLong() => Problem.Invalid("tenants.title-too-long", "Title", "A name has at most {0} characters.", MaxTitleLength);

    public static Problem NoAddress() => Problem.Invalid("tenants.no-address", "Prefix", "Give the site a path or a host name; otherwise nobody can open it.");

    public static Problem CountyHasNoPrefix() => Problem.Invalid("tenants.county-has-no-prefix", "Prefix", "The county office lies at the root of the default hosts and has no path.");

    public static Problem DefaultHost(string host) => Problem.Invalid("tenants.default-host", "Hosts", "“{0}” is a host name of the whole platform. An agency cannot have it alone.", host);

    public static Problem SiteCodeNotValid() => Problem.Invalid("tenants.site-code-not-valid", "SiteCode", "An identification code has exactly 10 letters and digits.");

    public static Problem RecipeNotFound(string recipe) => Problem.Invalid("tenants.recipe-not-found", "Recipe", "There is no set-up recipe “{0}”.", recipe);

    public static Problem RecipeNotReadable(string recipe, string reason) => Problem.Invalid("tenants.recipe-not-readable", "Recipe", "The recipe “{0}” cannot be read: {1}", recipe, reason);

    public static Problem NoticeTooLong() => Problem.Invalid("tenants.notice-too-long", "Text", "A notice has at most {0} characters.", MaxNoticeLength);

    public static Problem NameNotConfirmed(string name) => Problem.Invalid("tenants.name-not-confirmed", "Text", "Write “{0}” to confirm.", name);

    public static Problem CountyStays() => Problem.Refused("tenants.county-stays", "The county office's own site cannot be suspended, archived or deleted: the others are managed from it.");

    public static Problem NotInThisState(string name, TenantState state) =>
        Problem.Refused("tenants.not-in-this-state", "This cannot be done with “{0}” in its present state: {1}.", name, state);

    public static Problem ThemeInUse(string feature) => Problem.Refused("tenants.theme-in-use", "“{0}” is the site's theme. Choose another theme first.", feature);

    public static Problem TokenWrong() => Problem.Invalid("tenants.token-wrong", "Token", "This is not the token from the server's log. A new one is made at every start.");

    public static Problem CountyIsThere() => Problem.Refused(
        "tenants.county-is-there", "The county has been set up at this moment by another form, with the account and the password that stood there. Open the first page and sign in with these.");

    public static Problem PasswordsDiffer() => Problem.Invalid("tenants.passwords-differ", "PasswordAgain", "The two passwords differ.");
}
