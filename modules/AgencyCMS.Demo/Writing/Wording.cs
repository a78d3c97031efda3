using System.Globalization;
using System.Text;

namespace AgencyCMS.Demo.Writing;

/// <summary>Fills templates for one item. What is known stays the same within the item; the same place is not named twice in a row.</summary>
internal sealed class Wording(Grammar grammar, Topic topic, Randomness random, Frame frame)
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal)
    {
        ["agency"] = frame.Agency.Title,
        ["short"] = frame.Agency.ShortTitle,
        ["phone"] = frame.Agency.Phone,
        ["section"] = frame.Section,
        ["period"] = frame.Period,
        ["year"] = frame.FormedOn.Year.ToString(CultureInfo.InvariantCulture),
        ["yearplus"] = (frame.FormedOn.Year + 2).ToString(CultureInfo.InvariantCulture),
    };

    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    public Topic Topic => topic;

    public Frame Frame => frame;

    public string Write(Template template)
    {
        var text = new StringBuilder();
        Write(template, text);
        return text.ToString();
    }

    private void Write(Template template, StringBuilder text)
    {
        foreach (var segment in template.Segments)
        {
            switch (segment.Kind)
            {
                case SegmentKind.Text:
                    text.Append(segment.Text);
                    break;
                case SegmentKind.Number:
                    text.Append(CultureInfo.InvariantCulture, $"{random.Between(segment.First, segment.Last)}");
                    break;
                case SegmentKind.Known:
                    text.Append(Known(segment.Text));
                    break;
                default:
                    Write(Choose(segment.Text), text);
                    break;
            }
        }
    }

    private Template Choose(string symbol)
    {
        var choices = grammar.Symbols[symbol];
        var place = random.Below(choices.Length);
        if (_last.TryGetValue(symbol, out var last) && last == place)
        {
            place = (place + 1) % choices.Length;
        }
        _last[symbol] = place;
        return choices[place];
    }

    private string Known(string name)
    {
        if (!_known.TryGetValue(name, out var text))
        {
            text = Learn(name);
            _known[name] = text;
        }
        return text;
    }

    /// <summary>Settles a fact of the topic at its first mention. <c>measure</c>, <c>measure2</c> and <c>measure3</c> are different ones.</summary>
    private string Learn(string name)
    {
        switch (name)
        {
            case "past":
                return Month(frame.FormedOn.AddDays(-random.Between(1, 20)));
            case "later":
                return Month(frame.FormedOn.AddDays(random.Between(15, 75)));
        }
        var kind = name.TrimEnd('2', '3');
        var facts = kind switch
        {
            "name" => topic.Names,
            "measure" => topic.Measures,
            "problem" => topic.Problems,
            "figure" => topic.Figures,
            "target" => topic.Targets,
            "effect" => topic.Effects,
            _ => throw new KeyNotFoundException($"The grammar asks for something unknown: {name}"),
        };
        var order = random.Some(Math.Min(3, facts.Length), facts.Length);
        for (var place = 0; place < order.Length; place++)
        {
            _known[place == 0 ? kind : FormattableString.Invariant($"{kind}{place + 1}")] = Write(facts[order[place]]);
        }
        return _known[name];
    }

    private static string Month(DateOnly day) => FormattableString.Invariant($"{day.Month}月{day.Day}日");
}
