namespace AgencyCMS.Recipes.Reporting;

/// <summary>What became of one thing that a recipe brought.</summary>
public enum RecipeResult
{
    /// <summary>The entry is a remark; it counts no thing.</summary>
    None,

    /// <summary>It was created or changed.</summary>
    Applied,

    /// <summary>It was there already, with the same content.</summary>
    Unchanged,

    /// <summary>It means nothing here yet; its JSON is stored and is exported as it came.</summary>
    Kept,

    /// <summary>It was not taken over; the message says why.</summary>
    Skipped,
}
