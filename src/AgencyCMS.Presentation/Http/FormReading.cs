using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Presentation.Http;

/// <summary>Reads what a form sends, or says why that cannot be read.</summary>
public static class FormReading
{
    /// <returns>The form with the status 200; without one 400 (broken), 413 (too large) or what else the server says of it, and why, for the log.</returns>
    public static async Task<(IFormCollection? Form, int Status, string Reason)> ReadAsync(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return (await request.ReadFormAsync(request.HttpContext.RequestAborted), StatusCodes.Status200OK, "");
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            return (null, StatusOf(exception), exception.Message);
        }
    }

    // The framework has one kind of exception for a broken form and for one beyond a limit, and tells the limit in its text.
    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException refused => refused.StatusCode,
        InvalidDataException when exception.Message.Contains("limit", StringComparison.Ordinal) => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status400BadRequest,
    };
}
