using AgencyCMS.Demo.Writing;

namespace AgencyCMS.Demo.Contracts;

/// <summary>
/// Writes disclosure items that look like the real thing, for load tests. The same seed, agency, index and days always give the same item,
/// in any order and on any machine. Safe for concurrent use.
/// </summary>
public sealed class DemoTextGenerator(int seed)
{
    private static readonly TimeSpan ChinaStandardTime = TimeSpan.FromHours(8);

    /// <param name="index">Which of the agency's items, from 0; its document number follows from it.</param>
    /// <param name="agency">Whose item it is.</param>
    /// <param name="from">First day on which it may be formed.</param>
    /// <param name="until">Last day on which it may be formed or published, not before <paramref name="from"/>.</param>
    public DemoDocument Next(int index, DemoAgency agency, DateOnly from, DateOnly until)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentNullException.ThrowIfNull(agency);
        ArgumentOutOfRangeException.ThrowIfLessThan(until, from);
        var grammar = Grammar.Shared;
        var random = new Randomness(seed, agency.Name, index);
        var formedOn = Weekday(from.AddDays(random.Below(until.DayNumber - from.DayNumber + 1)), from);
        var topic = grammar.Topics[random.Pick<string>(agency.Topics.IsEmpty ? grammar.TopicCodes : agency.Topics)];
        var kind = grammar.PickKind(random);
        var section = random.Pick(Sections);
        var wording = new Wording(grammar, topic, random, new Frame(agency, section, formedOn));
        var title = wording.Write(random.Pick(kind.Titles));
        var html = new DocumentBody(wording, random).Write(kind);
        var publishedOn = formedOn.AddDays(random.Below(Math.Min(8, until.DayNumber - formedOn.DayNumber) + 1));
        return new DemoDocument
        {
            Title = title,
            DocumentNumber = kind.Numbered ? FormattableString.Invariant($"{agency.DocumentPrefix}〔{formedOn.Year}〕{index + 1}号") : null,
            Genre = kind.Genre,
            Subject = topic.Subject,
            Entry = random.Pick(kind.Entries) is var entry && entry == Grammar.InspectionEntry ? topic.Inspection : entry,
            FormedOn = formedOn,
            PublishedAt = new DateTimeOffset(publishedOn.ToDateTime(new TimeOnly(9 + random.Below(8), random.Below(60), random.Below(60))), ChinaStandardTime),
            Html = html,
            Section = section,
            Keywords = [.. topic.Keywords],
        };
    }

    private static string[] Sections { get; } = ["办公室", "综合股", "业务股", "规划财务股", "监督股"];

    /// <summary>Offices sign on working days: a day of the weekend becomes the Friday before, unless that is too early.</summary>
    private static DateOnly Weekday(DateOnly day, DateOnly from)
    {
        var back = day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(-1),
            DayOfWeek.Sunday => day.AddDays(-2),
            _ => day,
        };
        return back < from ? day : back;
    }
}
