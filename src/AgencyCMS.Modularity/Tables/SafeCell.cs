namespace AgencyCMS.Modularity.Tables;

/// <summary>
/// Texts in cells of tables that we give out. A spreadsheet takes a text that begins with certain signs for a formula and may run it; such a text is given an
/// apostrophe before it, and loses it again when the table comes back.
/// </summary>
public static class SafeCell
{
    // The wide forms count in spreadsheets for Chinese and Japanese.
    private const string Signs = "=+-@\t\r\n＝＋－＠|%";
    private const char Guard = '\'';

    /// <summary>The text as it is written into a cell.</summary>
    public static string Write(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsFormula(text) ? Guard + text : text;
    }

    /// <summary>The text that <see cref="Write"/> made a cell of.</summary>
    public static string Read(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Length > 1 && cell[0] == Guard && IsFormula(cell[1..]) ? cell[1..] : cell;
    }

    // Blanks before it make no difference to some programs. Apostrophes count, so that a text that has one comes back with it.
    private static bool IsFormula(string text) => text.TrimStart(' ', '\u00A0', '\u3000', Guard) is { Length: > 0 } rest && Signs.Contains(rest[0], StringComparison.Ordinal);
}
