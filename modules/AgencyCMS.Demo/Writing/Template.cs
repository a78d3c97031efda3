using System.Globalization;

namespace AgencyCMS.Demo.Writing;

/// <summary>
/// A sentence with holes: <c>{town}</c> is one of a symbol's alternatives, <c>{=name}</c> something known about the item,
/// <c>{3..12}</c> a whole number of that range.
/// </summary>
internal sealed class Template
{
    private Template(IReadOnlyList<Segment> segments) => Segments = segments;

    public IReadOnlyList<Segment> Segments { get; }

    public static Template Parse(string text)
    {
        var segments = new List<Segment>();
        var position = 0;
        while (position < text.Length)
        {
            var open = text.IndexOf('{', position);
            if (open < 0)
            {
                segments.Add(new Segment(SegmentKind.Text, text[position..]));
                break;
            }
            if (open > position)
            {
                segments.Add(new Segment(SegmentKind.Text, text[position..open]));
            }
            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                throw new FormatException($"A hole is not closed: {text}");
            }
            segments.Add(Hole(text[(open + 1)..close]));
            position = close + 1;
        }
        return new Template(segments);
    }

    private static Segment Hole(string hole)
    {
        if (hole.StartsWith('='))
        {
            return new Segment(SegmentKind.Known, hole[1..]);
        }
        var dots = hole.IndexOf("..", StringComparison.Ordinal);
        return dots < 0
            ? new Segment(SegmentKind.Symbol, hole)
            : new Segment(SegmentKind.Number, "", int.Parse(hole[..dots], CultureInfo.InvariantCulture), int.Parse(hole[(dots + 2)..], CultureInfo.InvariantCulture));
    }
}

internal enum SegmentKind
{
    Text,
    Known,
    Symbol,
    Number,
}

internal readonly record struct Segment(SegmentKind Kind, string Text, int First = 0, int Last = 0);
