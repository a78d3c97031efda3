using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Accounts;

/// <summary>Every refusal of this module that is not about the choice of a password.</summary>
internal static class AccountProblems
{
    public static Problem NotFound() => Problem.NotFound("accounts.not-found", "There is no such account.");

    public static Problem UserNameNotValid(string userName) => Problem.Invalid(
        "accounts.user-name-not-valid", "UserName", "“{0}” cannot be a sign-in name. Use 2 to 64 letters (also Chinese), digits and the characters . _ - @", userName);

    public static Problem UserNameTaken(string userName) => Problem.Invalid("accounts.user-name-taken", "UserName", "The sign-in name “{0}” is taken.", userName);
}
