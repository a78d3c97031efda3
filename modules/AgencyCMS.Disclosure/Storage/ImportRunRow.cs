namespace AgencyCMS.Disclosure.Storage;

/// <summary>An import asked for in the administration: from the upload of its file to its end. In the county store, since any node may carry it out.</summary>
internal sealed class ImportRunRow
{
    public long Id { get; set; }

    /// <summary>The tenant in whose administration it was asked for; nobody else's staff see it.</summary>
    public required int TenantId { get; init; }

    public required ImportState State { get; set; }

    /// <summary>Name of the table, as it was called when it was uploaded.</summary>
    public required string FileName { get; init; }

    /// <summary>Name of the folder that holds the upload.</summary>
    public required string Folder { get; init; }

    /// <summary>Id of the tenant that all lines go to; null when a column names it.</summary>
    public int? IntoTenantId { get; set; }

    /// <summary>Column that names the tenant of each line; null when all go to one.</summary>
    public string? ByColumn { get; set; }

    /// <summary>Whom the names in the column mean, as JSON: see <see cref="Import.SiteNames"/>. Null when all lines go to one tenant.</summary>
    public string? Sites { get; set; }

    /// <summary>The mapping as JSON.</summary>
    public required string Map { get; set; }

    public bool IsDryRun { get; set; }

    /// <summary>True when the file's values take the place of corrections made by hand.</summary>
    public bool OverwritesCorrections { get; set; }

    /// <summary>Sign-in name.</summary>
    public required string AskedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until it has ended.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>How often a node began with it; more than once when one was stopped in the middle.</summary>
    public int Attempts { get; set; }

    /// <summary>Lines in the file; 0 until they were counted.</summary>
    public int TotalLines { get; set; }

    /// <summary>Line up to which everything is settled: it goes on behind it.</summary>
    public int SettledLine { get; set; }

    /// <summary>Length of the file of refused lines when that line was settled.</summary>
    public long RefusedBytes { get; set; }

    /// <summary>The counts so far as JSON; empty before it began.</summary>
    public string Report { get; set; } = "";

    public bool IsCancelAsked { get; set; }

    /// <summary>Why it stopped; null when it did not fail.</summary>
    public string? Error { get; set; }

    /// <summary>When what it brought was taken back; null when it was not.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Names the import for ever, also beside those of other counties.</summary>
    public string ImportId => FormattableString.Invariant($"{Folder}-{Id}");

    public bool IsOpen => State is ImportState.Queued or ImportState.Running;
}

internal enum ImportState
{
    /// <summary>Uploaded; the mapping is being looked at.</summary>
    Prepared,

    Queued,
    Running,
    Done,
    Failed,
    Cancelled,
}
