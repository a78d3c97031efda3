using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Import;

internal static class ImportProblems
{
    public static Problem FileMissing(string path) => Problem.NotFound("import.file-missing", "There is no file “{0}”.", path);

    public static Problem FormatUnknown(string name) => Problem.Invalid("import.format-unknown", "File", "“{0}” cannot be imported. Use a .jsonl, .csv or .xlsx file.", name);

    public static Problem MapNotReadable(string name, string reason) => Problem.Invalid("import.map-not-readable", "Map", "The mapping “{0}” cannot be read: {1}", name, reason);
}
