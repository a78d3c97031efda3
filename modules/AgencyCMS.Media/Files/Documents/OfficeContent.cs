using System.IO.Compression;
using AgencyCMS.Media.Files.Archives;
using AgencyCMS.Modularity.Archives;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>
/// Documents of Word, Excel and PowerPoint. Their list of content types says what each part is: only types that are known to be harmless are taken, whatever a
/// part is called. Macros, macro sheets, dialogues, controls and embedded objects are not among them.
/// </summary>
internal static class OfficeContent
{
    private const string TypesPart = "[Content_Types].xml";

    // A chart with its table, in a text that lies in another.
    private const int MaxDepth = 3;

    /// <param name="main">What the main part must be, one of them.</param>
    public static Func<Stream, ContentFault?> Check(params string[] main) => content => Look(content, main, depth: 0);

    private static ContentFault? Look(Stream content, string[] main, int depth) => ZipParts.Look(content, null, entries => Judge(entries, main, depth));

    private static ContentFault? Judge(IReadOnlyList<ZipArchiveEntry> entries, string[] main, int depth)
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
        return entries.Where(entry => entry != list).Select(entry => Judge(entry, types.Of(entry.FullName), depth)).FirstOrDefault(fault => fault is not null);
    }

    private static ContentFault? Judge(ZipArchiveEntry entry, string? type, int depth)
    {
        var name = entry.FullName;
        if (OfficeTypes.KindOfEmbedded(type) is { } kind)
        {
            return depth < MaxDepth && CheckEmbedded(entry, kind, depth + 1) is null ? null : ContentFault.Program(name);
        }
        if (type is null || !OfficeTypes.IsHarmless(type, name) || ZipParts.IsProgram(entry) || ZipParts.IsArchive(entry))
        {
            return ContentFault.Program(name);
        }
        if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            return OfficeLinks.Check(entry);
        }
        return OfficeTypes.MayHoldFields(type, name) && entry.Length > 0 && OfficeFields.FindHarm(entry) is { } harm ? ContentFault.Program($"{name} ({harm})") : null;
    }

    // The table behind a chart is a workbook in the document.
    private static ContentFault? CheckEmbedded(ZipArchiveEntry entry, string kind, int depth)
    {
        using var part = GuardedZip.Unpack(entry);
        return Look(part, [kind], depth);
    }
}
