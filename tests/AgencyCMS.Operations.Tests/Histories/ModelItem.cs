using System.Collections.Immutable;

namespace AgencyCMS.Operations.Tests.Histories;

/// <summary>What an item ought to be by what people did to it. It knows nothing of the program's code.</summary>
internal sealed record ModelItem
{
    public required string Id { get; init; }

    /// <summary>Key of the import's line that brought it; null for what was typed.</summary>
    public string? Key { get; init; }

    /// <summary>Title that the import's line said when it was last heeded.</summary>
    public string? Line { get; init; }

    /// <summary>Title that an import wrote last; another one is a correction by hand.</summary>
    public string? Written { get; init; }

    /// <summary>Titles of all versions, oldest first.</summary>
    public required ImmutableList<string> Titles { get; init; }

    /// <summary>Number of the newest version in <see cref="Titles"/>.</summary>
    public required int Newest { get; init; }

    /// <summary>Number of the public version; null when nothing is public.</summary>
    public int? Public { get; init; }

    /// <summary>True once it was taken back, until it is published again.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Number of the version that somebody approved for <see cref="PublishAt"/>.</summary>
    public int? Approved { get; init; }

    public DateTimeOffset? PublishAt { get; init; }

    public DateTimeOffset? WithdrawAt { get; init; }

    public string? PublicTitle => Public is { } number ? Titles[number] : null;

    public bool HasDraft => Public != Newest;

    public ModelItem Saved(string title) => title == Titles[Newest] ? this : this with { Titles = Titles.Add(title), Newest = Titles.Count };

    public ModelItem Published() => this with { Public = Newest, IsWithdrawn = false, Approved = null, PublishAt = null };

    public ModelItem Scheduled(DateTimeOffset? publishAt, DateTimeOffset? withdrawAt) =>
        this with { Approved = publishAt is null ? null : Approved ?? Newest, PublishAt = publishAt, WithdrawAt = withdrawAt };

    public ModelItem Withdrawn() => this with { Public = null, IsWithdrawn = true, Approved = null, PublishAt = null, WithdrawAt = null };

    /// <summary>What somebody has approved is not for others to discard.</summary>
    public bool CanDiscard => (Approved ?? Public) is { } kept && kept != Newest;

    public ModelItem Discarded() => this with { Newest = (Approved ?? Public)!.Value }; // see CanDiscard

    /// <summary>A later line with the same key: it changes what is simply public and as the import left it, and leaves alone what somebody has decided about.</summary>
    public ModelItem Imported(string title) =>
        title == Line || IsCorrected(title) || Refuses(title) ? this : (title == Titles[Newest] ? this : Saved(title).Published()) with { Line = title, Written = title };

    /// <summary>True when the line is refused with the reason; a correction by hand stays with a note alone.</summary>
    public bool Refuses(string title) => title != Line && !IsCorrected(title) && title != Titles[Newest] && (HasDraft || PublishAt is not null || WithdrawAt is not null);

    private bool IsCorrected(string title) => Titles[Newest] != Written && Titles[Newest] != title;

    public ModelItem At(DateTimeOffset now)
    {
        var item = this;
        if (item.PublishAt <= now)
        {
            item = item with { Public = item.Approved, IsWithdrawn = false, Approved = null, PublishAt = null };
        }
        return item.WithdrawAt <= now && item.Public is not null ? item.Withdrawn() : item;
    }
}
