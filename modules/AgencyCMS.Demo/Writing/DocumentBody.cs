using System.Globalization;
using System.Text;

namespace AgencyCMS.Demo.Writing;

/// <summary>Builds the HTML of an item from the blocks of its kind.</summary>
internal sealed class DocumentBody(Wording wording, Randomness random)
{
    private const string Numerals = "一二三四五六七八";

    private readonly StringBuilder _html = new();

    public string Write(DocumentKind kind)
    {
        foreach (var block in kind.Blocks)
        {
            Write(block);
        }
        if (kind.Signed)
        {
            Element("p class=\"signature\"", wording.Frame.Agency.Title);
            Element("p class=\"signature\"", Frame.Day(wording.Frame.FormedOn));
        }
        return _html.ToString();
    }

    private void Write(Block block)
    {
        if (block.Heading is { } heading)
        {
            Element("h2", wording.Write(random.Pick(heading)));
        }
        else if (block.Paragraph is { } paragraph)
        {
            Element("p", wording.Write(random.Pick(paragraph)));
        }
        else if (block.Table is { } caption)
        {
            WriteTable(wording.Write(caption), block.Columns);
        }
        else
        {
            WriteItems(block);
        }
    }

    private void WriteItems(Block block)
    {
        var facts = block.Items switch
        {
            "Measures" => wording.Topic.Measures,
            "Problems" => wording.Topic.Problems,
            "Targets" => wording.Topic.Targets,
            _ => throw new KeyNotFoundException($"The grammar asks for unknown sentences: {block.Items}"),
        };
        var places = random.Some(Math.Min(random.Between(block.From, block.To), facts.Length), facts.Length);
        for (var number = 0; number < places.Length; number++)
        {
            var tail = block.Tail.Length == 0 ? "" : wording.Write(random.Pick(block.Tail));
            Element("p", $"{(block.Numbered ? $"（{Numerals[number]}）" : "")}{wording.Write(facts[places[number]])}。{(tail.Length == 0 ? "" : tail + "。")}");
        }
    }

    private void WriteTable(string caption, string[] columns)
    {
        _html.Append("<table>");
        Element("caption", caption);
        _html.Append("<thead><tr>");
        foreach (var column in columns)
        {
            Element("th scope=\"col\"", column);
        }
        _html.Append("</tr></thead><tbody>");
        foreach (var row in wording.Topic.Rows)
        {
            _html.Append("<tr>");
            Element("td", row);
            Element("td", random.Between(12, 4800).ToString("N0", CultureInfo.InvariantCulture));
            Element("td", columns[2].Contains('%', StringComparison.Ordinal) ? Share() : random.Pick(Remarks));
            _html.Append("</tr>");
        }
        _html.Append("</tbody></table>");
    }

    private static string[] Remarks { get; } = ["按计划推进", "已完成", "经抽查核实", "含上年结转", "以验收为准", "—"];

    private string Share() => FormattableString.Invariant($"{random.Between(-9, 38)}.{random.Between(0, 9)}");

    private void Element(string tag, string text)
    {
        var end = tag.AsSpan();
        end = end.IndexOf(' ') is var space and >= 0 ? end[..space] : end;
        _html.Append('<').Append(tag).Append('>').Append(Escape(text)).Append("</").Append(end).Append('>');
    }

    // Only what markup needs: more would be undone when the item is cleaned, and the item would differ from what was generated.
    private static string Escape(string text) => text.AsSpan().IndexOfAny('&', '<', '>') < 0
        ? text
        : text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
