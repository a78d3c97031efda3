namespace AgencyCMS.ContentManagement.Items.Comparison;

/// <summary>Root properties that a comparison of two items leaves out.</summary>
[Flags]
public enum IgnoredProperties
{
    None = 0,

    /// <summary>Latest and Published.</summary>
    State = 1,

    /// <summary>ContentItemVersionId.</summary>
    VersionId = 2,

    /// <summary>ModifiedUtc, PublishedUtc and CreatedUtc.</summary>
    Dates = 4,

    /// <summary>Properties that are null count as absent, at every depth.</summary>
    Nulls = 8,

    /// <summary>Everything that saving, publishing or moving an item changes by itself.</summary>
    Bookkeeping = State | VersionId | Dates | Nulls,
}
