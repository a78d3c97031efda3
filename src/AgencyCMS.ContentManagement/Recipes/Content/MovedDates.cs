using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AgencyCMS.ContentManagement.Recipes.Content;

/// <summary>
/// Moves items that were written as of one day to another, so that invented news is never old. Dates move by whole weeks, since offices publish on working days;
/// years that stand without a day, as in titles and numbers of documents, move by whole years. Files keep their names.
/// </summary>
internal sealed partial class MovedDates
{
    private static readonly HashSet<string> Untouched = new(StringComparer.Ordinal) { "ContentItemId", "ContentItemVersionId", "Id", "FileName", "Hash" };
    private readonly int _days;
    private readonly int _years;

    private MovedDates(int days) => (_days, _years) = (days, (int)Math.Floor(days / 365.0));

    /// <param name="writtenOn">The day as of which the items were written, <c>yyyy-MM-dd</c>; anything else for items that stay as they are.</param>
    /// <param name="today">The day to which they move.</param>
    /// <returns>Null when nothing moves.</returns>
    public static MovedDates? Between(string? writtenOn, DateOnly today)
    {
        if (!DateOnly.TryParseExact(writtenOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
        {
            return null;
        }
        var days = (int)Math.Floor((today.DayNumber - from.DayNumber) / 7.0) * 7;
        return days == 0 ? null : new MovedDates(days);
    }

    /// <summary>Moves every date of an item, wherever it stands.</summary>
    public void Apply(JsonObject item)
    {
        var year = item["PublishedUtc"]?.ToString() is { Length: > 4 } published && int.TryParse(published.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : (int?)null;
        Apply(item, year);
    }

    private void Apply(JsonNode node, int? year)
    {
        if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                Replace(array[i], moved => array[i] = moved, year);
            }
            return;
        }
        foreach (var (name, value) in node.AsObject().Where(property => !Untouched.Contains(property.Key)).ToList())
        {
            Replace(value, moved => node[name] = moved, year);
        }
    }

    private void Replace(JsonNode? value, Action<JsonNode> put, int? year)
    {
        if (value is JsonObject or JsonArray)
        {
            Apply(value, year);
        }
        else if (value is JsonValue text && text.TryGetValue<string>(out var written))
        {
            put(Instant().IsMatch(written) ? MoveInstant(written) : MoveText(written, year));
        }
    }

    private string MoveInstant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).AddDays(_days).ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private string MoveText(string text, int? year)
    {
        text = Day().Replace(text, match => Moved(match.Groups["y"].Success ? Number(match, "y") : year, match, match.Groups["y"].Success));
        text = IsoDay().Replace(text, match => DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.AddDays(_days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : match.Value);
        return _years == 0 ? text : Year().Replace(text, match => (Number(match, "y") + _years).ToString(CultureInfo.InvariantCulture));
    }

    private string Moved(int? year, Match match, bool hasYear)
    {
        var (month, day) = (Number(match, "m"), Number(match, "d"));
        if (year is null || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year.Value, month))
        {
            return match.Value;
        }
        var moved = new DateOnly(year.Value, month, day).AddDays(_days);
        return string.Create(CultureInfo.InvariantCulture, $"{(hasYear ? $"{moved.Year}年" : "")}{moved.Month}月{moved.Day}日");
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ\z", RegexOptions.CultureInvariant)]
    private static partial Regex Instant();

    [GeneratedRegex(@"(?:(?<y>20\d\d)年)?(?<![\d月])(?<m>\d{1,2})月(?<d>\d{1,2})日", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"(?<!\d)20\d\d-\d\d-\d\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDay();

    // A year of a title, a document number or an index number; not that of a day, which has moved already.
    [GeneratedRegex(@"(?<!\d)(?<y>20\d\d)(?=年(?!\d{1,2}月\d{1,2}日)|年?[—－至-]+20\d\d年|〕|-\d{5}(?!\d))|(?<=^)(?<y>20\d\d)(?=\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
