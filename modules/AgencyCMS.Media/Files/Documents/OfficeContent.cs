using System.IO.Compression;
using AgencyCMS.Media.Files.Archives;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>
/// Documents of Word, Excel and PowerPoint. Their list of content types says what each part is: only types that are known to be harmless are taken, whatever a
/// part is called. Macros, macro sheets, dialogues, controls and embedded objects are not among them.
/// </summary>
internal static class OfficeContent
{
    private const string TypesPart = "[Content_Types].xml";

    /// <param name="main">What the main part must be, one of them.</param>
    public static Func<Stream, ContentFault?> Check(params string[] main) => content => ZipParts.Look(content, null, entries => Judge(entries, main));

    private static ContentFault? Judge(IReadOnlyList<ZipArchiveEntry> entries, string[] main)
    {
        if (entries.FirstOrDefault(entry => entry.FullName == TypesPart) is not { } list)
        {
            return ContentFault.Other;
        }
        var types = OfficeTypes.Read(list);
        if (!types.Main.Any(type => main.Any(one => type == $"application/vnd.openxmlformats-officedocument.{one}.main+xml")))
        {
            return types.Main.FirstOrDefault(type => type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)) is { } macros ? ContentFault.Program(macros) : ContentFault.Other;
        }
        return entries.Where(entry => entry != list).Select(entry => Judge(entry, types.Of(entry.FullName))).FirstOrDefault(fault => fault is not null);
    }

    private static ContentFault? Judge(ZipArchiveEntry entry, string? type)
    {
        var name = entry.FullName;
        if (type is null || !OfficeTypes.IsHarmless(type, name) || ZipParts.IsProgram(entry))
        {
            return OfficeTypes.KindOfEmbedded(type) is { } kind ? CheckEmbedded(entry, kind) : ContentFault.Program(name);
        }
        if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            return OfficeLinks.Check(entry);
        }
        return OfficeTypes.MayHoldFields(type) && OfficeFields.HoldsExchange(entry) ? ContentFault.Program(name + " (DDE)") : null;
    }

    // The table behind a chart is a workbook in the document.
    private static ContentFault? CheckEmbedded(ZipArchiveEntry entry, string extension)
    {
        using var part = ZipParts.Copy(entry);
        return FileKinds.Of("part" + extension)!.Check(part) is null ? null : ContentFault.Program(entry.FullName);
    }
}
