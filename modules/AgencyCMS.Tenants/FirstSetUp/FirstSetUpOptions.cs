using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace AgencyCMS.Tenants.FirstSetUp;

/// <summary>How an empty data folder is set up.</summary>
/// <param name="Recipe">Name of the recipe that is run without being asked; null when a person sets the county up on the page.</param>
internal sealed record FirstSetUpOptions(string? Recipe)
{
    /// <summary><c>AgencyCMS:FirstSetUp</c> names a recipe, or <c>page</c>. Without it: the demo county in Development, the page elsewhere.</summary>
    public static FirstSetUpOptions Read(IConfiguration configuration, IHostEnvironment environment) => configuration["AgencyCMS:FirstSetUp"] switch
    {
        "page" => new FirstSetUpOptions((string?)null),
        { Length: > 0 } recipe => new FirstSetUpOptions(recipe),
        _ => new FirstSetUpOptions(environment.IsDevelopment() ? "demo-county" : null),
    };
}
