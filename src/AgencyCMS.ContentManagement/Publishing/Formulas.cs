using AngleSharp.Dom;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>Formulas of MathML as text: without their elements a half would read as twelve.</summary>
internal static class Formulas
{
    /// <summary>Puts the meaning of an element between its parts, before its tag goes.</summary>
    public static void Keep(IElement tag)
    {
        switch (tag.LocalName, tag.Children)
        {
            case ("msup", [_, var raised]):
                Wrap(raised, "sup");
                break;
            case ("msub", [_, var lowered]):
                Wrap(lowered, "sub");
                break;
            case ("msubsup", [_, var lowered, var raised]):
                Wrap(lowered, "sub");
                Wrap(raised, "sup");
                break;
            case ("mfrac", [var above, var below]):
                Bracket(above);
                Bracket(below);
                tag.InsertBefore(tag.Owner!.CreateTextNode("/"), below); // an element of a document
                break;
            case ("msqrt", _):
                tag.Prepend(tag.Owner!.CreateTextNode("√(")); // as above
                tag.Append(tag.Owner.CreateTextNode(")"));
                break;
            default:
                break;
        }
    }

    private static void Wrap(IElement part, string name)
    {
        var around = part.Owner!.CreateElement(name); // as above
        part.Replace(around);
        around.AppendChild(part);
    }

    private static void Bracket(IElement part)
    {
        if (part.TextContent.Trim().Any(sign => !char.IsLetterOrDigit(sign) && sign != '.'))
        {
            part.Prepend(part.Owner!.CreateTextNode("(")); // as above
            part.Append(part.Owner.CreateTextNode(")"));
        }
    }
}
