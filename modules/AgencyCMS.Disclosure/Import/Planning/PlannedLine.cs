using AgencyCMS.ContentManagement.Items;
using AgencyCMS.Disclosure.Import.Attaching;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Import.Planning;

/// <summary>What is to be done with a line, decided on what the store held when it was read.</summary>
/// <param name="Line">The line.</param>
/// <param name="Item">The document as it is to be; null when nothing is written.</param>
/// <param name="Columns">What is to be remembered of the line.</param>
internal sealed record PlannedLine(ImportLine Line, ContentItem? Item, LineColumns Columns)
{
    /// <summary>The item that the line is.</summary>
    public string ContentItemId { get; init; } = "";

    /// <summary>What the item said of the properties when an import had written them.</summary>
    public LineColumns Written { get; init; } = LineColumns.None;

    /// <summary>Properties that are written with the item: what it says of them then is to be remembered, too.</summary>
    public IReadOnlySet<string> Taken { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Stamp of the item when it was read; 0 for a new one.</summary>
    public int Stamp { get; init; }

    /// <summary>When it is to be published; null for now.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>Files to attach; ids of those that they take the place of.</summary>
    public IReadOnlyList<LineFile> Files { get; init; } = [];

    public IReadOnlyList<LineFile> Pictures { get; init; } = [];

    public IReadOnlySet<string> Replaced { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Why it is not taken over.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What the person should know although nothing is refused.</summary>
    public IReadOnlyList<Problem> Notes { get; init; } = [];

    /// <summary>True when the line named no catalogue entry and one was chosen.</summary>
    public bool IsEntryChosen { get; init; }
}
