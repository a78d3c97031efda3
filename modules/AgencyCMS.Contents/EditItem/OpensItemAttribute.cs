using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AgencyCMS.Contents.EditItem;

/// <summary>The endpoint opens the item that its address names: to whom the item is closed it is not there.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OpensItemAttribute() : TypeFilterAttribute(typeof(Gate))
{
    private sealed class Gate(DraftAccess access, IActorSource actors) : IAsyncActionFilter
    {
        public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
        {
            if (context.RouteData.Values["contentItemId"] is string id && !await access.MayOpenAsync(id, await actors.GetAsync(), context.HttpContext.RequestAborted))
            {
                context.Result = new NotFoundResult();
                return;
            }
            await next();
        }
    }
}
