using AgencyCMS.Disclosure.Storage;

namespace AgencyCMS.Disclosure.Import.ListImports;

/// <param name="Lines">One page of the history, newest first.</param>
/// <param name="Total">Number of all imports.</param>
/// <param name="Page">From 1.</param>
/// <param name="MaxFileMegabytes">Largest file that may be uploaded.</param>
internal sealed record ListImportsPage(IReadOnlyList<ImportListLine> Lines, int Total, int Page, int MaxFileMegabytes)
{
    public const int Size = 20;

    /// <summary>Name of the input, for the field around it.</summary>
    public string? File => null;
}

/// <summary>An import and its counts so far.</summary>
internal sealed record ImportListLine(ImportRunRow Run, ImportReport Report);
