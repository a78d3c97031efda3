namespace AgencyCMS.Recipes.Reporting;

/// <summary>A kind of report entry.</summary>
/// <param name="Code">Stable; checks and callers use it.</param>
/// <param name="Text">English sentence with numbered placeholders; the key of its translation.</param>
public sealed record RecipeMessage(string Code, string Text);
