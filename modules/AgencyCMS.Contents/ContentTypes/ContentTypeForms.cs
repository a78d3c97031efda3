namespace AgencyCMS.Contents.ContentTypes;

/// <summary>A new type.</summary>
internal sealed record NewTypeForm
{
    public string? Name { get; init; }
    public string? DisplayName { get; init; }
}

/// <summary>A change of a type; each button of the page sends what it is about.</summary>
internal sealed record TypeForm
{
    /// <summary>State of the definition when the page was shown.</summary>
    public string State { get; init; } = "";

    public string? DisplayName { get; init; }
    public string? Description { get; init; }
    public bool Creatable { get; init; }
    public bool Listable { get; init; }
    public bool Draftable { get; init; }

    public string? PartName { get; init; }
    public string? FieldName { get; init; }

    /// <summary>Technical name of the part's use or of the field.</summary>
    public string? Name { get; init; }

    public string? Hint { get; init; }
    public bool Required { get; init; }

    /// <summary>One value a line.</summary>
    public string? Options { get; init; }

    public bool AllowCustomPath { get; init; }
    public string? Pattern { get; init; }

    /// <summary>-1 up, 1 down.</summary>
    public int By { get; init; }
}
