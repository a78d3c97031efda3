using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Accounts;

/// <summary>Every refusal of this module that is not about the choice of a password.</summary>
internal static class AccountProblems
{
    public static Problem NotFound() => Problem.NotFound("accounts.not-found", "There is no such account.");

    public static Problem UserNameNotValid(string userName) => Problem.Invalid(
        "accounts.user-name-not-valid", "UserName", "“{0}” cannot be a sign-in name. Use 2 to 64 letters (also Chinese), digits and the characters . _ - @", userName);

    public static Problem UserNameTaken(string userName) => Problem.Invalid("accounts.user-name-taken", "UserName", "The sign-in name “{0}” is taken.", userName);

    public static Problem UserNameReserved(string userName) =>
        Problem.Invalid("accounts.user-name-reserved", "UserName", "“{0}” is what the platform calls itself. Choose another sign-in name.", userName);

    public static Problem DisplayNameTooLong(int most) => Problem.Invalid("accounts.display-name-too-long", "DisplayName", "A person's name has at most {0} characters.", most);

    public static Problem WrongNameOrPassword() => Problem.Forbidden("accounts.wrong-name-or-password", "The sign-in name or the password is wrong.");

    public static Problem LockedOut(string time) => Problem.Forbidden("accounts.locked-out", "There were too many wrong tries. Try again after {0}, or ask the county disclosure office.", time);

    public static Problem SecondStepExpired() => Problem.Forbidden("accounts.second-step-expired", "This took too long. Sign in again from the beginning.");

    public static Problem SignInOvertaken() => Problem.Forbidden("accounts.sign-in-overtaken", "The account was changed at this moment. Sign in again from the beginning.");

    public static Problem WrongCode() => Problem.Forbidden("accounts.wrong-code", "This code is wrong or was used before. Wait for the next one.");

    public static Problem WrongPassword(string field) => Problem.Invalid("accounts.wrong-password", field, "This is not your present password.");

    public static Problem PasswordsDiffer(string field) => Problem.Invalid("accounts.passwords-differ", field, "The two new passwords are not the same.");

    public static Problem PasswordNotNew(string field) => Problem.Invalid("accounts.password-not-new", field, "The new password must differ from the present one.");

    public static Problem SecondFactorIsOn() => Problem.Refused("accounts.second-factor-is-on", "The second factor is on already.");

    public static Problem SecondFactorIsOff() => Problem.Refused("accounts.second-factor-is-off", "There is no second factor.");

    public static Problem CodeDoesNotMatch(string field) => Problem.Invalid(
        "accounts.code-does-not-match", field, "The code does not match the picture. Check that the clock of your phone is right, and type the code that the app shows now.");

    public static Problem UnknownRole(string name) => Problem.Invalid("accounts.unknown-role", "Roles", "This site has no role “{0}”.", name);

    public static Problem RoleNotYours(string name) => Problem.Forbidden(
        "accounts.role-not-yours", "You cannot give or take the role “{0}”: it allows more than you may do yourself.", name);

    public static Problem AccountNotYours(string role) => Problem.Forbidden(
        "accounts.account-not-yours", "This account has the role “{0}” here, which allows more than you may do yourself. Ask an administrator who has it, too.", role);

    public static Problem SiteNotShown() => Problem.Conflict(
        "accounts.site-not-shown", "This address belonged to another site when the page was shown: sites were renamed meanwhile, so nothing was done. Look at the name of the site and decide again.");

    public static Problem OwnRightsChanged() => Problem.Conflict("accounts.own-rights-changed", "What you may do yourself was changed in this moment, so nothing was done. Load the page anew.");

    public static Problem MembershipChangedMeanwhile() =>
        Problem.Conflict("accounts.membership-changed-meanwhile", "Somebody else has changed meanwhile what this person does here, so nothing was saved. Look at what is stored now, and save what is to hold.");

    public static Problem OwnRoles() => Problem.Refused("accounts.own-roles", "You cannot change what you may do yourself. Ask another administrator.");

    public static Problem TooManyGroups(int most) => Problem.Invalid("accounts.too-many-groups", "Groups", "A person can be in {0} staff groups.", most);

    public static Problem GroupTooLong(int most) => Problem.Invalid("accounts.group-too-long", "Groups", "The name of a staff group has at most {0} characters.", most);

    public static Problem HelpReason(int least, int most) => Problem.Invalid("accounts.help-reason", "Reason", "Write {0} to {1} characters on why you help; the agency reads them.", least, most);

    public static Problem HelpMinutes(int least, int most) => Problem.Invalid("accounts.help-minutes", "Minutes", "A visit lasts {0} to {1} minutes.", least, most);

    public static Problem HelpIsMember() => Problem.Refused("accounts.help-is-member", "You work for this agency already and need no visit.");

    public static Problem OwnAccount() => Problem.Refused("accounts.own-account", "You cannot lock your own account. Ask another administrator.");

    public static Problem DemonstrationNotTold() => Problem.Refused("accounts.demonstration-not-told", "The names of the demonstration are told in Development only.");
}
