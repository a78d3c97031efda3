using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Import.Attaching;

/// <summary>Finds the files that lines name, in the folder of the table and below it, and nowhere else.</summary>
internal static class AttachmentFolder
{
    /// <summary>The line with the full paths of its attachments, and a fault for each that is not there or lies elsewhere.</summary>
    /// <param name="line">As it was read.</param>
    /// <param name="table">Full path of the table.</param>
    public static ImportLine Find(ImportLine line, string table)
    {
        if (line.Attachments.Count == 0)
        {
            return line;
        }
        var root = Path.GetDirectoryName(Path.GetFullPath(table))!; // a file has a folder
        var faults = new List<Problem>(line.Faults);
        var found = new List<ImportAttachment>();
        foreach (var attachment in line.Attachments)
        {
            var path = Path.GetFullPath(Path.Combine(root, attachment.Path.Replace('\\', '/')));
            if (Refuse(root, path, attachment.Path) is { } fault)
            {
                faults.Add(fault);
            }
            found.Add(attachment with { Path = path });
        }
        return line with { Attachments = found, Faults = faults };
    }

    private static Problem? Refuse(string root, string path, string named) =>
        named.Contains("://", StringComparison.Ordinal) ? ImportProblems.AttachmentIsAddress(named)
        : !path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || IsBehindLink(root, path) ? ImportProblems.AttachmentLeaves(named)
        : !File.Exists(path) ? ImportProblems.AttachmentMissing(named)
        : null;

    // A link inside the folder may lead anywhere.
    private static bool IsBehindLink(string root, string path)
    {
        for (var step = path; step is not null && step.Length > root.Length; step = Path.GetDirectoryName(step))
        {
            if (new FileInfo(step).LinkTarget is not null)
            {
                return true;
            }
        }
        return false;
    }
}
