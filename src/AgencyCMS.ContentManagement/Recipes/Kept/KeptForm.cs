namespace AgencyCMS.ContentManagement.Recipes.Kept;

/// <summary>How a step holds its things.</summary>
internal enum KeptForm
{
    /// <summary>An object: name to thing.</summary>
    Map,

    /// <summary>An array of things that carry their name.</summary>
    List,

    /// <summary>An array of objects with one property each: name to thing.</summary>
    Singles,

    /// <summary>The step itself is the thing, such as a command to rebuild an index.</summary>
    Whole,
}
