using AgencyCMS.Accounts.Identification;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.Navigation;

/// <summary>Adds the own account and the other sites to every page of a person who has signed in; costs readers nothing.</summary>
internal sealed class AccountChrome(CurrentSession session, WorkplaceQuery workplaces, IHttpContextAccessor http, LinkGenerator links, IStringLocalizer localizer) : IChromeContributor
{
    public async ValueTask<PageChrome> ContributeAsync(PageChrome chrome, CancellationToken cancellationToken)
    {
        if (session.State is not { } state || http.HttpContext is not { } context)
        {
            return chrome;
        }
        return chrome with
        {
            Workplaces = await workplaces.ListAsync(state.AccountId, context, cancellationToken),
            AccountLinks =
            [
                new PageLink(localizer["My account"], links.GetPathByName(context, AccountRoutes.Profile)),
                new PageLink(localizer["Change password"], links.GetPathByName(context, AccountRoutes.Password)),
                new PageLink(localizer["Second factor"], links.GetPathByName(context, AccountRoutes.SecondFactor)),
                new PageLink(localizer["Sessions"], links.GetPathByName(context, AccountRoutes.Sessions)),
            ],
        };
    }
}
