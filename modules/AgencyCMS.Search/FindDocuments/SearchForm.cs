using System.Globalization;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Search.Engine.Queries;
using Microsoft.AspNetCore.Mvc;

namespace AgencyCMS.Search.FindDocuments;

/// <summary>What stands in the address of a search. Every value may be wrong: an unreadable one is left out and named on the page.</summary>
internal sealed class SearchForm
{
    private const string ByDate = "date";

    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    /// <summary>Code of a catalogue entry.</summary>
    [FromQuery(Name = "entry")]
    public string? Entry { get; set; }

    /// <summary>Name of a tenant; on the county portal only.</summary>
    [FromQuery(Name = "agency")]
    public string? Agency { get; set; }

    [FromQuery(Name = "genre")]
    public string? Genre { get; set; }

    /// <summary>First day of publication, <c>yyyy-MM-dd</c>.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>Last day of publication, <c>yyyy-MM-dd</c>.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary><c>date</c>, or anything else for relevance.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; set; }

    [FromQuery(Name = "page")]
    public string? Page { get; set; }

    public SearchOrder Order => Sort == ByDate ? SearchOrder.Date : SearchOrder.Relevance;

    /// <summary>What is no number is the first page; a number beyond all is beyond the last.</summary>
    public int PageNumber =>
        int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : Page is { Length: > 0 } && Page.All(char.IsAsciiDigit) ? int.MaxValue : 1;

    public DateOnly? FirstDay => Day(From);

    public DateOnly? LastDay => Day(To);

    /// <summary>No day lies between the two.</summary>
    public bool HasReversedDays => FirstDay > LastDay;

    /// <summary>What is wrong with the days as they were typed.</summary>
    public IEnumerable<Problem> FindWrongDays() =>
    [
        .. new[] { From, To }.OfType<string>().Where(day => !string.IsNullOrWhiteSpace(day) && Day(day) is null).Select(SearchProblems.DayUnreadable),
        .. HasReversedDays ? [SearchProblems.DaysReversed(From!, To!)] : Array.Empty<Problem>(), // both were read
    ];

    /// <summary>Something was asked for; an empty form shows help instead of results.</summary>
    public bool IsAsked => new[] { Text, Entry, Agency, Genre, From, To }.Any(value => !string.IsNullOrWhiteSpace(value));

    /// <summary>The values of the address of the first page, with one changed.</summary>
    public Dictionary<string, string?> With(string name, string? value)
    {
        var values = new Dictionary<string, string?>
        {
            ["q"] = Text,
            ["entry"] = Entry,
            ["agency"] = Agency,
            ["genre"] = Genre,
            ["from"] = From,
            ["to"] = To,
            ["sort"] = Order == SearchOrder.Date ? ByDate : null,
        };
        values[name] = value;
        return values.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary();
    }

    /// <summary>The same with the days of one year.</summary>
    public Dictionary<string, string?> WithYear(int year)
    {
        var values = With("from", FormattableString.Invariant($"{year:0000}-01-01"));
        values["to"] = FormattableString.Invariant($"{year:0000}-12-31");
        return values;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
