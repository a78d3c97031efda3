using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Import;

/// <summary>Refusals of files as a whole, and of single lines.</summary>
internal static class ImportProblems
{
    public static Problem FileMissing(string path) => Problem.NotFound("import.file-missing", "There is no file “{0}”.", path);

    public static Problem FormatUnknown(string name) => Problem.Invalid("import.format-unknown", "File", "“{0}” cannot be imported. Use a .jsonl, .csv or .xlsx file.", name);

    public static Problem NotReadable(string name) => Problem.Invalid("import.not-readable", "File", "“{0}” cannot be read to its end: it is damaged, or not what its name says. Open it in its program and save it anew.", name);

    public static Problem TooMuch(string name) => Problem.Invalid("import.too-much", "File", "“{0}” holds more than is read. Divide it into several files.", name);

    public static Problem EncodingNotRead(string encoding) => Problem.Invalid("import.encoding-not-read", "File", "The file is written in {0}, which is not read. Save it as UTF-8.", encoding);

    public static Problem Stopped() => Problem.Refused("import.stopped", "A fault of the program, which its log describes.");

    public static Problem StoppedTooOften(int times) => Problem.Refused("import.stopped-too-often", "The server stopped {0} times during this import.", times);

    public static Problem CommandNotEnded() => Problem.Refused("import.command-not-ended", "The command has not come to its end.");

    public static Problem MapNotReadable(string name, string reason) => Problem.Invalid("import.map-not-readable", "Map", "The mapping “{0}” cannot be read: {1}", name, reason);

    public static Problem LineNotJson(long place) => Problem.Refused("import.line-not-json", "The line is not JSON: it cannot be read from byte {0} on.", place);

    public static Problem LineNamesTwice() => Problem.Refused("import.line-names-twice", "The line is not JSON: it names a property twice.");

    public static Problem LineHoldsHalf() => Problem.Refused("import.line-holds-half", "The line is not JSON: it holds half of a character, written as an escape.");

    public static Problem LineNotObject() => Problem.Refused("import.line-not-object", "The line is not a JSON object.");

    public static Problem TooManyValues(int values, int columns) => Problem.Refused("import.too-many-values", "The row has {0} values, but the heading has {1} columns.", values, columns);

    public static Problem LineNotText(int place, long placeInFile, string encoding) => Problem.Refused("import.line-not-text", "Byte {0} of the line (byte {1} of the file) is damaged: it is no text in {2}. Write the line anew.", place, placeInFile, encoding);

    public static Problem LineTooLong(int megabytes) => Problem.Refused("import.line-too-long", "The line is longer than {0} MB.", megabytes);

    public static Problem QuoteNotClosed() => Problem.Refused("import.quote-not-closed", "A quotation mark in the line is not closed. Close it; one that is part of the text is written twice.");

    public static Problem CharacterNotKept(string column, string character) => Problem.Refused("import.character-not-kept", "“{0}” holds the character {1}, which cannot be kept. Remove it.", column, character);

    public static Problem CharacterUnseen(string column, object[] characterAndPlace) =>
        Problem.Refused("import.character-unseen", "Character {2} of “{0}” is {1}, which nobody sees. Remove it, or write the text anew.", [column, .. characterAndPlace]);

    public static Problem UnseenRemoved(string columns) => Problem.Refused("import.unseen-removed", "Characters that nobody sees were left out of: {0}", columns);

    public static Problem HeadingNotReadable(int line) => Problem.Invalid("import.heading-not-readable", "File", "The headings of the columns (line {0}) cannot be read: the line is damaged. Write it anew.", line);

    public static Problem TooManyColumns(int columns, int most) =>
        Problem.Invalid("import.too-many-columns", "File", "The table has {0} columns; more than {1} are not read. Delete those that are not needed.", columns, most);

    public static Problem HeadingFarBelow(int line, int rows) =>
        Problem.Invalid("import.heading-far-below", "File", "The headings of the columns stand in line {0}, below more than {1} rows. Delete the rows above them, or move those behind the table.", line, rows);

    public static Problem ValueIsError(string column, string error) => Problem.Refused("import.value-is-error", "“{0}” holds the error {1} instead of a value. Mend its formula or write the value itself.", column, error);

    public static Problem CharacterLost(string column) => Problem.Refused(
        "import.character-lost", "“{0}” holds the sign � in place of a character that was lost when the file was written. Write the character itself.", column);

    public static Problem NumberShortened(string column, string text) =>
        Problem.Refused("import.number-shortened", "“{0}” holds “{1}”, a number that a spreadsheet has shortened. Write all of its digits, as a text.", column, text);

    public static Problem NumberTooLong(string cell) =>
        Problem.Refused("import.number-too-long", "The cell {0} holds a number of more than 15 digits, of which a workbook keeps only the first 15. Give the cell the format “text” and write the number anew.", cell);

    public static Problem CellUnseen(string cell) =>
        Problem.Refused("import.cell-unseen", "The cell {0} has a format that shows nothing of it. Give it another format if it is to be published, or empty it.", cell);

    public static Problem SeveralSheets(string names) => Problem.Invalid("import.several-sheets", "File", "Several sheets of the workbook hold entries: {0}. Keep the one to import and hide the others, or save each as a file of its own.", names);

    public static Problem WorkbookBuiltOddly() => Problem.Invalid("import.workbook-built-oddly", "File", "The workbook is built as no office program does: too deep, or with too many rows, cells or texts in one place. Open it in Excel or WPS, save it anew and choose that file.");

    public static Problem CellHoldsError(string cell, string error) => Problem.Refused("import.cell-holds-error", "The cell {0} holds the error {1}. Mend its formula or write the value itself.", cell, error);

    public static Problem FormulaWithoutValue(string cell) => Problem.Refused("import.formula-without-value", "The cell {0} holds a formula whose value was not saved. Open the workbook in its program and save it.", cell);

    public static Problem RowHidden() => Problem.Refused("import.row-hidden", "The row is hidden in the workbook. Show it if it is to be published, or delete it.");

    public static Problem ColumnHidden(string column) => Problem.Refused("import.column-hidden", "The column {0} is hidden in the workbook. Show it if it is to be published, or leave it out.", column);

    public static Problem ColumnsCompete(string first, string second) => Problem.Refused("import.columns-compete", "The columns “{0}” and “{1}” mean the same and differ. Leave one of them out.", first, second);

    public static Problem TitleMissing() => Problem.Refused("import.title-missing", "The title is missing.");

    public static Problem TitleTooLong(int most) => Problem.Refused("import.title-too-long", "The title is longer than {0} characters.", most);

    public static Problem DateNotValid(string text, string property) => Problem.Refused("import.date-not-valid", "“{0}” is not a date ({1}). Write it as 2026-11-22.", text, property);

    public static Problem LineTwice(int line) => Problem.Refused("import.line-twice", "Line {0} has the same key, or the same title, date and number.", line);

    public static Problem TenantNotNamed(string column) => Problem.Refused("import.tenant-not-named", "The column “{0}”, which names the site, is empty.", column);

    public static Problem TenantUnknown(string name) => Problem.Refused("import.tenant-unknown", "There is no site “{0}”.", name);

    public static Problem TenantNotRunning(string name) => Problem.Refused("import.tenant-not-running", "The site “{0}” is not running.", name);

    public static Problem CatalogueOff(string name) => Problem.Refused("import.catalogue-off", "The site “{0}” has the disclosure catalogue switched off.", name);

    public static Problem FileNotChosen() => Problem.Invalid("import.file-not-chosen", "File", "Choose the file to import.");

    public static Problem TooLarge(string name, long megabytes) => Problem.Invalid("import.too-large", "File", "“{0}” is larger than {1} MB.", name, megabytes);

    public static Problem UploadsFull(long megabytes) => Problem.Invalid("import.uploads-full", "File", "The uploads of this site take up {0} MB already. Finish or discard earlier imports first.", megabytes);

    public static Problem UnpackedTooLarge(string name, long megabytes) => Problem.Invalid("import.unpacked-too-large", "File", "Unpacked, “{0}” is larger than {1} MB, or holds too many files.", name, megabytes);

    public static Problem UploadFormatUnknown(string name) => Problem.Invalid("import.upload-format-unknown", "File", "“{0}” cannot be imported. Choose a .jsonl, .csv or .xlsx file, or a .zip file that holds one of these and its attachments.", name);

    public static Problem ContentDoesNotFit(string name) => Problem.Invalid("import.content-does-not-fit", "File", "The content of “{0}” is not what its name says. Open it in its program and save it anew.", name);

    public static Problem Empty(string name) => Problem.Invalid("import.empty", "File", "“{0}” has no line that could be imported.", name);

    public static Problem ArchiveWithoutTable(string name) => Problem.Invalid("import.archive-without-table", "File", "“{0}” must hold exactly one .jsonl, .csv or .xlsx file at its top, beside the folders of its attachments.", name);

    public static Problem ArchiveLeaves(string name, string entry) => Problem.Invalid("import.archive-leaves", "File", "“{0}” holds “{1}”, a path that leads out of it.", name, entry);

    public static Problem ArchivePathTooLong(string name, string entry) => Problem.Invalid("import.archive-path-too-long", "File", "“{0}” holds “{1}”, a path that is too long or lies in too many folders.", name, entry);

    public static Problem ArchiveClashes(string name, string entry) => Problem.Invalid("import.archive-clashes", "File", "“{0}” holds “{1}” twice, or as a file and a folder.", name, entry);

    public static Problem NotTakenBackEverywhere(int withdrawn, string sites) =>
        Problem.Refused("import.not-taken-back-everywhere", "{0} items were withdrawn, but these sites cannot be reached: {1}. What the import brought there stands; take it back again when they can.", withdrawn, sites);

    public static Problem SiteNotChosen() => Problem.Invalid("import.site-not-chosen", "Into", "Choose the site, or the column that names it.");

    public static Problem BegunMeanwhile() => Problem.Conflict("import.begun-meanwhile", "This import was begun meanwhile.");

    public static Problem UploadGone() => Problem.Refused("import.upload-gone", "The uploaded file is no longer there. Upload it again.");

    public static Problem AttachmentWithoutPath() => Problem.Refused("import.attachment-without-path", "An attachment has no path.");

    public static Problem AttachmentMissing(string path) => Problem.Refused("import.attachment-missing", "There is no file “{0}” beside the table.", path);

    public static Problem AttachmentLeaves(string path) => Problem.Refused("import.attachment-leaves", "The attachment “{0}” lies outside of the folder of the table.", path);

    public static Problem AttachmentIsAddress(string path) => Problem.Refused("import.attachment-is-address", "“{0}” is an address. Nothing is fetched from elsewhere: put the file beside the table.", path);

    public static Problem TenantAmbiguous(string name) => Problem.Refused("import.tenant-ambiguous", "Several sites have the title “{0}”. Write the name of the site in addresses.", name);

    public static Problem EntryAmbiguous(string title, string paths) =>
        Problem.Refused("import.entry-ambiguous", "Several catalogue entries are called “{0}”. Write its path or code; there are: {1}", title, paths);

    public static Problem LeftWithdrawn() =>
        Problem.Refused("import.left-withdrawn", "It was withdrawn and stays so; nothing of it was changed. To show it again, publish it from the list of items.");

    public static Problem LeftRestricted() =>
        Problem.Refused("import.left-restricted", "It was restricted to the staff and stays so; nothing of it was changed.");

    public static Problem LeftDraft() =>
        Problem.Refused("import.left-draft", "Somebody is working on it: it has a draft that is not public. Nothing of it was changed.");

    public static Problem LeftScheduled() => Problem.Refused("import.left-scheduled", "Its publication or withdrawal is scheduled. Nothing of it was changed.");

    public static Problem PublicationStands() =>
        Problem.Refused("import.publication-stands", "It was published here already; the publication date of the line was not taken over.");

    public static Problem CorrectionKept(string column) =>
        Problem.Refused("import.correction-kept", "“{0}” was corrected by hand since the last import, and the file says something else. The correction stays.", column);

    public static Problem CorrectionOverwritten(string column) =>
        Problem.Refused("import.correction-overwritten", "“{0}” was corrected by hand since the last import. The value of the file takes its place.", column);

    public static Problem EmptiedKept(string column) =>
        Problem.Refused("import.emptied-kept", "“{0}” is empty in the file now, but an item needs it. What it says stays.", column);

    public static Problem HiddenLeftOut(int count) => Problem.Refused("import.hidden-left-out", "{0} passages that are hidden in the text were left out.", count);

    public static Problem PicturesLost(int count) => Problem.Refused("import.pictures-lost", "{0} pictures inside the text could not be read and were left out.", count);

    public static Problem PicturesElsewhere(int count) =>
        Problem.Refused("import.pictures-elsewhere", "{0} pictures of the text lie at other addresses and are not shown to readers. Attach them as files.", count);

    public static Problem ChangedMeanwhile() => Problem.Refused("import.changed-meanwhile", "Somebody was changing it again and again while it was imported. Import the line again.");

    public static Problem WithdrawReasonMissing() => Problem.Invalid("import.withdraw-reason-missing", "Reason", "Say why the import is taken back; the reason is shown to readers.");

    public static Problem RestrictionNotImported(string column) => Problem.Refused(
        "import.restriction-not-imported", "The column “{0}” says that this is not for everybody, and an import publishes to everybody. Enter it by hand, or take the line out.", column);

    /// <summary>The same where nobody can tell what a word means for readers.</summary>
    public static Problem ReadersNotClear(string column, string value) => Problem.Refused(
        "import.readers-not-clear", "The column “{0}” seems to say who may read this, and “{1}” does not plainly mean everybody. If it does, leave the column out in the mapping; otherwise enter the item by hand, or take the line out.", column, value);

    public static Problem KeyOfAnother(string key) => Problem.Refused(
        "import.key-of-another", "An earlier line with the key “{0}” was another document: title, day and text all differ. Leave the column out if it only counts lines; otherwise give the line a key of its own.", key);

    public static Problem NotAText(string column) => Problem.Refused("import.not-a-text", "The column “{0}” must hold a text.", column);

    public static Problem ImportNotFound(string id) => Problem.NotFound("import.not-found", "There is no import “{0}”.", id);

    public static Problem TakenBackBefore() => Problem.Refused(
        "import.taken-back-before", "This import was taken back before. What is public of it now was published again since; withdraw it item by item.");

    public static Problem ItemsChangedMeanwhile() => Problem.Conflict(
        "import.items-changed-meanwhile", "Somebody has worked on these items since this page was shown. The figures are new; look at them and confirm again.");

    public static Problem ImportStillRuns() => Problem.Conflict("import.still-runs", "The import has not ended yet. Cancel it or wait for its end, then take it back.");
}
