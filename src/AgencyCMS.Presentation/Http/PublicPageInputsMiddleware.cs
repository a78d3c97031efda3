using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Presentation.Http;

/// <summary>
/// Takes from the address of a public page whatever the page does not declare, so that it can neither change what others are shown (the links of a page hold its
/// address) nor have the same page made and kept once more.
/// </summary>
public sealed class PublicPageInputsMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.Request;
        if (request.QueryString.HasValue && context.GetEndpoint()?.Metadata.GetMetadata<PublicPageInputs>() is { } inputs)
        {
            var declared = inputs.QueryKeys.Select(key => KeyValuePair.Create(key, request.Query[key].FirstOrDefault())).Where(pair => !string.IsNullOrEmpty(pair.Value)).ToList();
            request.QueryString = QueryString.Create(declared);
        }
        return next(context);
    }
}
