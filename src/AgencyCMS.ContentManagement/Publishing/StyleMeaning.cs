using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>
/// Inline styles go, since the security policy forbids them, but some of them mean something: a signature stands at the right, the 2 of H₂O is lowered, a list
/// is counted 一、二、三. That becomes classes, elements and attributes.
/// </summary>
internal static partial class StyleMeaning
{
    /// <summary>Keeps on the element what an attribute meant that is about to be removed from it.</summary>
    internal static void Keep(IElement element, IAttr attribute)
    {
        if (attribute.Name == "align")
        {
            Align(element, attribute.Value);
        }
        else if (attribute.Name == "style")
        {
            foreach (Match declaration in Declaration().Matches(attribute.Value))
            {
                Keep(element, declaration.Groups["name"].Value.ToLowerInvariant(), declaration.Groups["value"].Value.Trim().ToLowerInvariant());
            }
        }
    }

    private static void Keep(IElement element, string name, string value)
    {
        switch (name)
        {
            case "text-align":
                Align(element, value);
                break;
            case "vertical-align" when value is "sub" or "super" && element.LocalName is "span" or "font":
                Wrap(element, value is "sub" ? "sub" : "sup");
                break;
            case "list-style-type" or "list-style" when element.LocalName is "ol":
                Count(element, value);
                break;
        }
    }

    private static void Align(IElement element, string value)
    {
        if (value.Trim().ToLowerInvariant() is "right" or "end")
        {
            element.ClassList.Add("align-right");
        }
        else if (value.Trim().Equals("center", StringComparison.OrdinalIgnoreCase))
        {
            element.ClassList.Add("align-center");
        }
    }

    private static void Wrap(IElement element, string name)
    {
        var wrapped = element.Owner!.CreateElement(name); // an element that is cleaned has its document
        while (element.FirstChild is { } child)
        {
            wrapped.AppendChild(child);
        }
        element.AppendChild(wrapped);
    }

    private static void Count(IElement list, string value)
    {
        var type = value.Split(' ')[0] switch { "lower-alpha" or "lower-latin" => "a", "upper-alpha" or "upper-latin" => "A", "lower-roman" => "i", "upper-roman" => "I", _ => null };
        if (type is not null)
        {
            list.SetAttribute("type", type);
        }
        else if (value.Contains("chinese", StringComparison.Ordinal) || value.Contains("cjk", StringComparison.Ordinal))
        {
            list.ClassList.Add("list-chinese");
        }
    }

    [GeneratedRegex(@"(?<name>[\w-]+)\s*:\s*(?<value>[^;]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
