using Microsoft.Extensions.Localization;

namespace AgencyCMS.Admin.Errors;

/// <summary>The sentences of error pages.</summary>
internal sealed class ErrorTexts(IStringLocalizer localizer)
{
    /// <param name="status">HTTP status, 400 to 599.</param>
    /// <param name="isForm">True when somebody has sent a form, who then has something to lose.</param>
    /// <param name="traceId">Number to quote.</param>
    public ErrorPage Describe(int status, bool isForm, string traceId)
    {
        var (title, advice) = status switch
        {
            400 => (localizer["The form could not be accepted"],
                localizer["It was open for too long, you signed in meanwhile, or it arrived damaged. Go back, copy what you wrote, load the page again and send it once more."]),
            401 => (localizer["You are not signed in any more"],
                localizer["Your session has ended. Sign in in a new tab by the link below, then load this page again: the browser sends the form once more, with everything you wrote and every file you chose."]),
            403 => (localizer["You may not do this here"],
                localizer["Your roles on this site do not allow it. Whoever administers the site can give you another role."]),
            404 or 405 when isForm => (localizer["The form's address is not there any more"],
                localizer["Nothing of what you sent was kept: the site has moved, or what the form was about was removed. Go back and copy what you wrote before you leave the page; then start from the first page."]),
            404 => (localizer["There is no such page"],
                localizer["The address may be mistyped, or the page was withdrawn. Start from the first page or search for it."]),
            405 => (localizer["This address cannot be used that way"], localizer["Start from the first page."]),
            409 => (localizer["Somebody changed the same at this moment"],
                localizer["Perhaps you pressed twice. Nothing of this was kept the second time. Go back, see how it stands now, and send it again if that is still needed: your browser keeps what you wrote."]),
            413 => (localizer["What you sent is too large"], localizer["Go back and send less: a smaller file, or a shorter text."]),
            429 => (localizer["Too many tries"], localizer["Wait a minute, then try again."]),
            503 => (localizer["The site cannot answer for the moment"],
                localizer["Its database cannot be reached. Nothing of what you sent was kept. Wait a moment, go back and send it again: your browser keeps what you wrote."]),
            _ when status >= 500 => (localizer["Something went wrong on our side"],
                localizer["It was recorded. Try again in a moment; if it happens again, tell the operator the number below."]),
            _ => (localizer["This could not be done"], localizer["Go back and try again."]),
        };
        return new ErrorPage(status, title, advice, traceId);
    }
}
