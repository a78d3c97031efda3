using AgencyCMS.Data.Stores;

namespace AgencyCMS.Disclosure.Storage;

/// <summary>A node of the tenant's catalogue: adopted from the standard, or its own.</summary>
internal sealed class CatalogueEntryRow : ITenantRow
{
    public int TenantId { get; set; }
    public required string Code { get; set; }
    public string? Parent { get; set; }
    public required string Title { get; set; }
    public string TitleEn { get; set; } = "";

    /// <summary><c>section</c>, <c>category</c> or <c>entry</c>.</summary>
    public string Kind { get; set; } = "entry";

    public int Position { get; set; }

    /// <summary>The standard's entry as JSON: description, legal basis, elements, time limits, channels, and whatever else it says.</summary>
    public required string Details { get; set; }

    /// <summary>True for an entry that the agency added itself.</summary>
    public bool IsOwn { get; set; }

    /// <summary>Why the agency has no such matter; null when nothing is declared (PC-05).</summary>
    public string? NoneReason { get; set; }

    public DateOnly? NoneDeclaredOn { get; set; }
    public string? NoneDeclaredBy { get; set; }

    /// <summary>When a recipe from elsewhere brought the declaration, whose day is then not the platform's own; null for one that was made here.</summary>
    public DateTimeOffset? NoneBroughtAt { get; set; }

    /// <summary>When somebody took a declaration back last; null when nobody has, or when it was declared again.</summary>
    public DateTimeOffset? NoneTakenBackAt { get; set; }
}
