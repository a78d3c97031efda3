using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Search;

/// <summary>Every refusal of the search.</summary>
internal static class SearchProblems
{
    public static Problem TenantUnknown(string name) => Problem.NotFound("search.tenant-unknown", "There is no tenant “{0}”.", name);

    public static Problem NotBuilt(string fault) => Problem.Refused("search.index-not-built", "An index was not built anew. {0}", fault);

    public static Problem NotReady() =>
        Problem.Refused("search.not-ready", "The search is being prepared. Please try again in a few seconds.");

    public static Problem TooLong() =>
        Problem.Refused("search.too-long", "The search took too long and was ended. Ask for fewer words, or narrow it to an agency or a year.");

    public static Problem DayUnreadable(string day) =>
        Problem.Invalid("search.day-unreadable", "From", "“{0}” is no day, so it was left out. A day is written like 2026-01-31.", day);

    public static Problem DaysReversed(string from, string to) =>
        Problem.Invalid("search.days-reversed", "To", "The last day, {1}, lies before the first, {0}, so nothing can be found. Exchange them.", from, to);

    public static Problem EntryUnknown(string code) => Problem.Invalid("search.entry-unknown", "Entry", "There is no catalogue entry “{0}”.", code);

    public static Problem GenreUnknown(string code) => Problem.Invalid("search.genre-unknown", "Genre", "There is no genre “{0}”.", code);

    public static Problem AgencyUnknown(string name) => Problem.Invalid("search.agency-unknown", "Agency", "There is no agency “{0}”.", name);

    public static Problem PageBeyond(int last) => Problem.Invalid("search.page-beyond", "Page", "There are not so many pages. This is the last, page {0}.", last);
}
