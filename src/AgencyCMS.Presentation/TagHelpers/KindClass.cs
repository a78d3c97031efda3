namespace AgencyCMS.Presentation.TagHelpers;

/// <summary>How the style sheets and the icons name the kinds of message.</summary>
internal static class KindClass
{
    public static string Of(AlertKind kind) => kind switch
    {
        AlertKind.Good => "good",
        AlertKind.Warn => "warn",
        AlertKind.Bad => "bad",
        _ => "info",
    };

    public static string IconOf(AlertKind kind) => kind switch
    {
        AlertKind.Good => "check",
        AlertKind.Warn => "alert",
        AlertKind.Bad => "cross",
        _ => "info",
    };
}
