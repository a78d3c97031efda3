using System.Text.Json.Nodes;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Recipes.Running;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Tenants.Tests.Fixtures;

/// <summary>A recipe step <c>end</c>: as if the process were killed when the recipe is committed and nothing that follows the commit is done.</summary>
public sealed class EndingStep : IRecipeStep
{
    public IReadOnlyCollection<string> Names { get; } = ["end"];

    public static void AddTo(TestHostOptions options) => options.ConfigureServices(services =>
    {
        services.AddScoped<EndingStep>();
        services.AddSingleton(new Contribution(typeof(IRecipeStep), typeof(EndingStep), "AgencyCMS.Accounts"));
    });

    public void Check(RecipeStepContext context, JsonObject step) => context.AfterCommit(_ => throw new IOException("The process ended."));

    public Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken) => Task.CompletedTask;
}
