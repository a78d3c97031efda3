using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Identification;
using AgencyCMS.Accounts.Navigation;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgencyCMS.Accounts.SignIn;

/// <summary>The last step of signing in, after the password or after the second factor: opens the session and says where to go.</summary>
internal sealed class SignInCompletion(SessionStore sessions, DeviceCookie device, WorkplaceQuery workplaces, LinkGenerator links)
{
    /// <returns>The local address to go to; refused when the account was changed after it was judged.</returns>
    public async Task<Outcome<string>> CompleteAsync(Account account, string? returnUrl, HttpContext http)
    {
        var client = ClientTrace.Of(http.Request.Headers.UserAgent.ToString(), http.Connection.RemoteIpAddress);
        if (await sessions.OpenAsync(account, client, http.RequestAborted) is not { } session)
        {
            return AccountProblems.SignInOvertaken();
        }
        await http.SignInAsync(AccountTicket.Scheme, AccountTicket.Of(account.Id, session.Id));
        device.Remember(http, account.Id);
        return account.MustChangePassword
            ? links.GetPathByName(http, AccountRoutes.Password, new { returnUrl = LocalAddress.Find(returnUrl) })! // this module has the page
            : await DestinationAsync(account.Id, returnUrl, http);
    }

    /// <summary>The page that was asked for, else the administration of this site or of the first on which the person works, else the own account.</summary>
    public async Task<string> DestinationAsync(int accountId, string? returnUrl, HttpContext http)
    {
        if (LocalAddress.Find(returnUrl) is { } wanted)
        {
            return wanted;
        }
        var places = await workplaces.ListAsync(accountId, http, http.RequestAborted);
        var place = places.FirstOrDefault(place => place.IsCurrent) ?? places.FirstOrDefault(place => LocalAddress.Find(place.Href) is not null);
        return place?.Href ?? links.GetPathByName(http, AccountRoutes.Profile)!; // this module has the page
    }
}
