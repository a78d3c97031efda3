using System.Net;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Media.Contracts;
using AgencyCMS.Media.Tests.Files;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Media.Tests.Recipes;

/// <summary>Files that recipes bring.</summary>
public sealed class MediaRecipeTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    [Fact]
    public async Task MediaStep_WithAPicture_MakesItPublicUnderItsPath()
    {
        // Arrange
        using var reader = site.Browse();

        // Act
        var report = await RunAsync(site.Finance, "images/seal.png", Samples.Png);

        // Assert
        Assert.Empty(report.Errors);
        var answer = await reader.GetAsync("media/images/seal.png");
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task MediaStep_RunTwice_ChangesNothingTheSecondTime()
    {
        // Arrange
        await RunAsync(site.Finance, "images/twice.png", Samples.Png);

        // Act
        var report = await RunAsync(site.Finance, "images/twice.png", Samples.Png);

        // Assert
        Assert.Contains(report.Entries, entry => entry.Result is RecipeResult.Unchanged);
    }

    [Fact]
    public async Task MediaStep_WithAProgram_EndsTheRecipe()
    {
        // Arrange
        using var reader = site.Browse();

        // Act
        var report = await RunAsync(site.Finance, "images/fake.png", Samples.Program);

        // Assert
        Assert.NotEmpty(report.Errors);
        Assert.Equal(HttpStatusCode.NotFound, await reader.StatusAsync("media/images/fake.png"));
    }

    [Fact]
    public async Task MediaStep_PathOutOfTheLibrary_EndsTheRecipe()
    {
        // Act
        var report = await RunAsync(site.Finance, "../../store.png", Samples.Png);

        // Assert
        Assert.NotEmpty(report.Errors);
    }

    [Fact]
    public async Task File_ThatComesAfterItsPublicItem_IsPublicWithIt()
    {
        // Arrange
        var id = ContentIds.New();
        var item = ContentsSite.NewPage("Its file comes later", "its-file-comes-later");
        item.Alter<AttachmentsPart>(part => part.Attachments = [new Attachment(id, "later.pdf", "", 1, "application/pdf", "")]);
        await site.PublishAsync(item);

        // Act
        var report = await RunAsync(site.Finance, $"_attachments/{item.ContentItemId}/{id}/later.pdf", Samples.Pdf("later"));

        // Assert
        Assert.Empty(report.Errors);
        using var reader = site.Browse();
        Assert.Equal(HttpStatusCode.OK, await reader.StatusAsync($"files/{id}/later.pdf"));
    }

    [Fact]
    public async Task File_TakenInWhileTheFeatureIsOff_IsThereWhenItIsOn()
    {
        // Arrange
        const string Media = "AgencyCMS.Media";
        using var reader = site.Browse();

        // Act
        await RunAsync(await site.Host.DisableAsync(site.Finance, Media), "images/while-off.png", Samples.Png);
        await site.Host.EnableAsync(site.Finance, Media);

        // Assert
        Assert.Equal(HttpStatusCode.OK, await reader.StatusAsync("media/images/while-off.png"));
    }

    private Task<RecipeReport> RunAsync(Tenant tenant, string path, byte[] content)
    {
        var recipe = $$"""{ "name": "media", "steps": [ { "name": "media", "Files": [ { "TargetPath": "{{path}}", "Base64": "{{Convert.ToBase64String(content)}}" } ] } ] }""";
        return site.InAsync(tenant, services => services.GetRequiredService<TenantRecipes>().RunAsync(RecipeSource.FromText("media", recipe), isDryRun: false, null, CancellationToken.None));
    }
}
