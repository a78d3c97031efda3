using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Presentation.Http;

/// <summary>
/// Forms are read for endpoints that take them, and for no other: an error page is not to depend on the form that failed. What cannot be read is refused here with
/// the status that it deserves, before the check of tokens would call it a form without a token.
/// </summary>
internal sealed class DeclaredForms(ILogger<DeclaredForms> logger) : IAsyncAuthorizationFilter, IResourceFilter, IOrderedFilter
{
    // Behind the endpoint's own limits (900), before the check of tokens (1000).
    public const int FilterOrder = 950;

    public int Order => FilterOrder;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || !request.HasFormContentType || !TakesForm(context.ActionDescriptor, context.Filters))
        {
            return;
        }
        var (form, status, reason) = await FormReading.ReadAsync(request);
        if (form is null)
        {
            logger.LogWarning("The form sent to {Path} could not be read ({Status}): {Reason}", request.Path.Value, status, reason);
            context.Result = new StatusCodeResult(status);
        }
    }

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (!HasFormParameter(context.ActionDescriptor))
        {
            context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
            context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
            context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    private static bool TakesForm(ActionDescriptor action, IList<IFilterMetadata> filters) =>
        HasFormParameter(action) || !filters.OfType<IgnoreAntiforgeryTokenAttribute>().Any();

    private static bool HasFormParameter(ActionDescriptor action) => action.Parameters.Concat(action.BoundProperties)
        .Any(parameter => parameter.BindingInfo?.BindingSource is { } source && (source.CanAcceptDataFrom(BindingSource.Form) || source == BindingSource.FormFile));
}
