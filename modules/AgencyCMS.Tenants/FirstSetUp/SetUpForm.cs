using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;
using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Tenants.FirstSetUp;

/// <summary>What a person gives to set the county up.</summary>
internal sealed record SetUpForm(string Token, string Title, string UserName, string Password, string PasswordAgain)
{
    public const string DefaultUserName = "county.admin";

    public static SetUpForm Empty { get; } = new("", "", DefaultUserName, "", "");

    public static SetUpForm Read(IFormCollection form) => new(
        form[nameof(Token)].ToString(), form[nameof(Title)].ToString().Trim(), form[nameof(UserName)].ToString().Trim(), form[nameof(Password)].ToString(), form[nameof(PasswordAgain)].ToString());

    /// <summary>Every fault that can be seen without doing anything.</summary>
    public IEnumerable<Problem> Check(SetUpToken token)
    {
        if (!token.Matches(Token))
        {
            yield return TenantRefusals.TokenWrong();
        }
        if (Title.Length == 0)
        {
            yield return TenantRefusals.TitleMissing();
        }
        foreach (var problem in new[] { TextProblems.Check(nameof(Title), Title), TextProblems.Check(nameof(UserName), UserName) }.OfType<Problem>())
        {
            yield return problem;
        }
        if (Password != PasswordAgain)
        {
            yield return TenantRefusals.PasswordsDiffer();
        }
    }
}
