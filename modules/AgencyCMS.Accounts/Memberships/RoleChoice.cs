namespace AgencyCMS.Accounts.Memberships;

/// <summary>A role as a box to tick.</summary>
/// <param name="Name">Name of the role.</param>
/// <param name="Description">What it is for, as the recipe says.</param>
/// <param name="IsHeld">True when the person holds it.</param>
/// <param name="MayChange">False when the person who looks may neither give nor take it.</param>
internal sealed record RoleChoice(string Name, string Description, bool IsHeld, bool MayChange);
