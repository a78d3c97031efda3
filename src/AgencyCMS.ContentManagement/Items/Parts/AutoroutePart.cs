namespace AgencyCMS.ContentManagement.Items.Parts;

/// <summary>The item's own address in the site.</summary>
public sealed class AutoroutePart : ContentPart
{
    /// <summary>Path below the tenant, without a slash at either end.</summary>
    public string? Path
    {
        get => Text(nameof(Path));
        set => Set(nameof(Path), value);
    }

    /// <summary>Publishing the item makes it the home page.</summary>
    public bool SetHomepage
    {
        get => Flag(nameof(SetHomepage));
        set => Set(nameof(SetHomepage), value);
    }

    /// <summary>The item has no address.</summary>
    public bool Disabled
    {
        get => Flag(nameof(Disabled));
        set => Set(nameof(Disabled), value);
    }

    /// <summary>Items inside this one have addresses below its path.</summary>
    public bool RouteContainedItems
    {
        get => Flag(nameof(RouteContainedItems));
        set => Set(nameof(RouteContainedItems), value);
    }

    /// <summary>The path of a contained item stands alone, not below its container's.</summary>
    public bool Absolute
    {
        get => Flag(nameof(Absolute));
        set => Set(nameof(Absolute), value);
    }
}
