namespace AgencyCMS.Web.Hosting;

/// <summary>
/// An address that nothing answers is not there (404), or not in that way (405), also for readers who have not signed in: without this the rule of last resort
/// would send them to the sign-in page.
/// </summary>
internal static class PlainNotFound
{
    public static void UsePlainNotFound(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        switch (context.GetEndpoint())
        {
            case RouteEndpoint:
                return next(context);
            case { RequestDelegate: { } refusal }:
                // Made by routing itself to say why no endpoint fits; it has no rule of access since it shows nothing.
                return refusal(context);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    });
}
