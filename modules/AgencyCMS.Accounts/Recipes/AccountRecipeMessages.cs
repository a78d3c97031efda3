using AgencyCMS.Recipes.Reporting;

namespace AgencyCMS.Accounts.Recipes;

/// <summary>What the steps of this module report.</summary>
internal static class AccountRecipeMessages
{
    public static RecipeMessage RoleCreated { get; } = new("accounts.role-created", "The role “{0}” was created.");
    public static RecipeMessage RoleChanged { get; } = new("accounts.role-changed", "The role “{0}” was changed.");
    public static RecipeMessage RoleUnchanged { get; } = new("accounts.role-unchanged", "The role “{0}” is there already.");
    public static RecipeMessage UnknownPermissions { get; } = new("accounts.unknown-permissions", "The role “{0}” names permissions that no loaded module has: {1}.");
    public static RecipeMessage RightsNotHeld { get; } = new("accounts.rights-not-held", "The role “{0}” would allow what you yourself may not do here: {1}.");
    public static RecipeMessage RoleBeyond { get; } = new("accounts.role-beyond", "The role “{0}” allows more than you yourself may do here, and only who may do all of it can change it: {1}.");
    public static RecipeMessage NobodyLeft { get; } = new("accounts.nobody-left", "After this nobody here could manage members: a role must keep that right ({0}).");
    public static RecipeMessage CountyOnly { get; } = new("accounts.county-only-step", "Accounts are the county's: this step runs in the county office's tenant only.");
    public static RecipeMessage AccountComes { get; } = new("accounts.account-comes", "The account “{0}” is made after everything else is stored, unless it is there already.");
    public static RecipeMessage MembershipLeft { get; } = new("accounts.membership-left", "“{0}” worked at “{1}” before and does no longer: somebody has ended it, and the recipe does not begin it again.");
    public static RecipeMessage AccountCreated { get; } = new("accounts.account-created", "The account “{0}” was created.");
    public static RecipeMessage AccountKnown { get; } = new("accounts.account-known", "The account “{0}” is there already; it got the memberships it lacked.");
    public static RecipeMessage NotCreated { get; } = new("accounts.accounts-not-created", "The accounts were not created: {0}");

    /// <summary>All of them, for translation.</summary>
    public static IReadOnlyList<RecipeMessage> All { get; } =
    [
        RoleCreated, RoleChanged, RoleUnchanged, UnknownPermissions, RightsNotHeld, RoleBeyond, NobodyLeft, CountyOnly, AccountComes, MembershipLeft, AccountCreated, AccountKnown, NotCreated,
    ];
}
