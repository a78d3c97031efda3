using System.Text.Json.Nodes;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Recipes.Running;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Tenants.Tests.Fixtures;

/// <summary>A recipe step <c>break</c> that fails as the power does: without a word.</summary>
public sealed class BreakingStep : IRecipeStep
{
    public IReadOnlyCollection<string> Names { get; } = ["break"];

    public static void AddTo(TestHostOptions options) => options.ConfigureServices(services =>
    {
        services.AddScoped<BreakingStep>();
        services.AddSingleton(new Contribution(typeof(IRecipeStep), typeof(BreakingStep), "AgencyCMS.Accounts"));
    });

    public Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken) => throw new IOException("The step broke.");
}
