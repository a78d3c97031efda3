namespace AgencyCMS.Disclosure.Import.Reading.Workbooks;

/// <summary>Which sheet of a workbook is the table.</summary>
internal static class SheetChoice
{
    private const int RowsLookedAt = 20;

    /// <returns>The visible sheet that has a heading, or is the only one that holds anything; null when none does.</returns>
    /// <exception cref="UnreadableFileException">There are several: none of them may be left out unseen.</exception>
    public static VisibleSheet? Find(Workbook book)
    {
        var filled = book.Sheets.Select(sheet => (Sheet: sheet, Head: new SheetRows(sheet, book).Read().Where(row => !row.IsBlank).Take(RowsLookedAt).ToList())).Where(pair => pair.Head.Count > 0).ToList();
        var tables = filled.Where(pair => pair.Head.Exists(TableRecords.IsHeading)).ToList();
        return (tables.Count > 0 ? tables : filled) switch
        {
            [] => null,
            [var only] => only.Sheet,
            var several => throw new UnreadableFileException(ImportProblems.SeveralSheets(string.Join("、", several.Select(pair => pair.Sheet.Name)))),
        };
    }
}
