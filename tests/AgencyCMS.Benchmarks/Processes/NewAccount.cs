using System.Net;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Benchmarks.Processes;

/// <summary>A new account of the generated county, made by the operator's command.</summary>
/// <param name="UserName">What it signs in with.</param>
/// <param name="FirstPassword">Must be changed when it signs in.</param>
internal sealed record NewAccount(string UserName, string FirstPassword)
{
    private const string Password = "Kite-Harbour-27";

    /// <param name="dataPath">The data folder.</param>
    /// <param name="membership"><c>TENANT:ROLE</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<NewAccount> CreateAsync(string dataPath, string membership, CancellationToken cancellationToken)
    {
        var user = "user-" + Guid.NewGuid().ToString("N")[..12];
        var account = await AgencyProgram.ReadAsync(dataPath, ["account", "create", user, "--member", membership, "--json"], cancellationToken);
        return new NewAccount(user, account.GetProperty("password").GetString() ?? "");
    }

    /// <summary>Signs in, once.</summary>
    /// <param name="home">Home page of a tenant of which it is a member.</param>
    public async Task<Browser> SignInAsync(Uri home)
    {
        var browser = new Browser(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = home });
        using var signedIn = await browser.SignInAsync(UserName, FirstPassword);
        using var changed = await browser.SubmitAsync(
            signedIn.Headers.Location!.ToString(), ("CurrentPassword", FirstPassword), ("NewPassword", Password), ("RepeatedPassword", Password));
        return changed.StatusCode == HttpStatusCode.Redirect ? browser : throw new InvalidOperationException($"{UserName} cannot sign in: {changed.StatusCode}.");
    }
}
