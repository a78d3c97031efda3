using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Modularity.Setup;

/// <summary>Answers requests to a default host while there is no county office yet. A singleton; without one such requests get a bare 404.</summary>
public interface IFirstSetUpPage
{
    /// <summary>Writes the whole response.</summary>
    Task AnswerAsync(HttpContext context);
}
