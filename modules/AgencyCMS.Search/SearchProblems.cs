using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Search;

/// <summary>Every refusal of the search.</summary>
internal static class SearchProblems
{
    public static Problem TenantUnknown(string name) => Problem.NotFound("search.tenant-unknown", "There is no tenant “{0}”.", name);

    public static Problem NotReady() =>
        Problem.Refused("search.not-ready", "The search is being prepared. Please try again in a few seconds.");

    public static Problem TooLong() =>
        Problem.Refused("search.too-long", "The search took too long and was ended. Ask for fewer words, or narrow it to an agency or a year.");

    public static Problem DayUnreadable() =>
        Problem.Invalid("search.day-unreadable", "From", "A day is written like 2026-01-31. One that cannot be read was left out.");
}
