namespace AgencyCMS.Disclosure.Import.Reading;

/// <summary>Names of cells and columns as spreadsheets write them: <c>C5</c>.</summary>
internal static class CellReference
{
    /// <returns>Column from 0 and row from 1; null when it is no name of a cell.</returns>
    public static (int Column, int Row)? Parse(string? reference)
    {
        var letters = (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).ToArray();
        var column = letters.Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1;
        return letters.Length is > 0 and < 4 && int.TryParse(reference.AsSpan(letters.Length), out var row) ? (column, row) : null;
    }

    /// <param name="column">From 0.</param>
    public static string ColumnName(int column) => (column < 26 ? "" : ColumnName((column / 26) - 1)) + (char)('A' + (column % 26));
}
