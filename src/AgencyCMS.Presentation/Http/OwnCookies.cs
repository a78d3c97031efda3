namespace AgencyCMS.Presentation.Http;

/// <summary>The platform's cookies. Those of sign-in, and whatever else makes an answer personal, have names that begin alike.</summary>
public static class OwnCookies
{
    /// <summary>Keeps the secret half of the tokens of forms. A page for everybody has no such form, so that it is the same with and without.</summary>
    public const string Form = "agencycms-form";

    /// <summary>Keeps messages for the next page.</summary>
    public const string Messages = "agencycms-messages";

    private const string Prefix = "agencycms";

    /// <summary>True for a cookie whose reader must not be given, nor leave behind, a page for everybody.</summary>
    public static bool IsPersonal(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        // The framework finds cookies by name without regard to case.
        return name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !name.Equals(Form, StringComparison.OrdinalIgnoreCase);
    }
}
