using System.Net;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Recipes;
using AgencyCMS.Testing.Browsing;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Contents.Tests.ContentTypes;

/// <summary>Content types in the administration.</summary>
public abstract class ContentTypesTests(ContentsSite site)
{
    [Fact]
    public async Task NewType_WithAField_CanBeWrittenAtOnce()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        await chief.SubmitAsync("admin/content-types", ("Name", "Notice"), ("DisplayName", "Notice board"));

        // Act
        await chief.SubmitAsync(await chief.ReadAsync("admin/content-types/Notice"), "/fields/add", ("Name", "Until"), ("FieldName", "DateField"), ("DisplayName", "Valid until"));

        // Assert
        var form = await chief.ReadAsync("admin/contents/new/Notice");
        Assert.Equal("date", form.QuerySelector("[name='Notice.Until']")!.GetAttribute("type"));
    }

    [Fact]
    public async Task RemovedField_StaysInTheItems()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        await AddTypeAsync(chief, "Ledger", "Total", "NumericField");
        var item = ContentManagement.Items.ContentItem.New("Ledger");
        item.Alter<ContentManagement.Items.Parts.TitlePart>(part => part.Title = "Counted");
        item.Document["Ledger"] = new JsonObject { ["Total"] = new JsonObject { ["Value"] = 12.5m } };
        await site.DraftAsync(item);

        // Act
        await chief.SubmitAsync(await chief.ReadAsync("admin/content-types/Ledger"), "/fields/remove");
        await chief.SubmitAsync($"admin/contents/{item.ContentItemId}", ("TitlePart.Title", "Counted again"));

        // Assert
        var saved = await site.LatestAsync(item.ContentItemId);
        Assert.Equal("Counted again", saved.DisplayText);
        Assert.Equal(12.5m, saved.Document["Ledger"]!["Total"]!["Value"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Field_BackInTheTypeAfterTheFormWasShown_KeepsItsValue()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        await AddTypeAsync(chief, "Register", "Total", "NumericField");
        var item = ContentManagement.Items.ContentItem.New("Register");
        item.Alter<ContentManagement.Items.Parts.TitlePart>(part => part.Title = "Counted");
        item.Document["Register"] = new JsonObject { ["Total"] = new JsonObject { ["Value"] = 12.5m } };
        await site.DraftAsync(item);
        await chief.SubmitAsync(await chief.ReadAsync("admin/content-types/Register"), "/fields/remove");
        var form = await chief.ReadAsync($"admin/contents/{item.ContentItemId}");
        await chief.SubmitAsync(await chief.ReadAsync("admin/content-types/Register"), "/fields/add", ("Name", "Total"), ("FieldName", "NumericField"));

        // Act
        await chief.SubmitAsync(form, item.ContentItemId, ("TitlePart.Title", "Counted again"));

        // Assert
        var saved = await site.LatestAsync(item.ContentItemId);
        Assert.Equal("Counted again", saved.DisplayText);
        Assert.Equal(12.5m, saved.Document["Register"]!["Total"]!["Value"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Field_BackInTheTypeBeforeAConflict_KeepsItsValueWhenTheTextIsSentAgain()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        await AddTypeAsync(chief, "Inventory", "Total", "NumericField");
        var item = ContentManagement.Items.ContentItem.New("Inventory");
        item.Alter<ContentManagement.Items.Parts.TitlePart>(part => part.Title = "Counted");
        item.Document["Inventory"] = new JsonObject { ["Total"] = new JsonObject { ["Value"] = 12.5m } };
        await site.DraftAsync(item);
        await chief.SubmitAsync(await chief.ReadAsync("admin/content-types/Inventory"), "/fields/remove");
        var form = await chief.ReadAsync($"admin/contents/{item.ContentItemId}");
        await chief.SubmitAsync(await chief.ReadAsync("admin/content-types/Inventory"), "/fields/add", ("Name", "Total"), ("FieldName", "NumericField"));
        await chief.SubmitAsync($"admin/contents/{item.ContentItemId}", ("TitlePart.Title", "By a colleague"));
        var conflict = await Browser.ParseAsync(await chief.SubmitAsync(form, item.ContentItemId, ("TitlePart.Title", "Counted again")));

        // Act
        await chief.SubmitAsync(conflict, item.ContentItemId);

        // Assert
        var saved = await site.LatestAsync(item.ContentItemId);
        Assert.Equal("Counted again", saved.DisplayText);
        Assert.Equal(12.5m, saved.Document["Inventory"]!["Total"]!["Value"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Default_ThatWasEmptied_DoesNotComeBack()
    {
        // Arrange
        await site.InAsync(site.Finance, services => services.GetRequiredService<TenantRecipes>().RunAsync(
            RecipeSource.FromText("type", """
                { "steps": [ { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Consented", "Settings": {}, "ContentTypePartDefinitionRecords": [
                    { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "Consented", "Name": "Consented", "Settings": {} } ] } ],
                  "ContentParts": [ { "Name": "Consented", "Settings": {}, "ContentPartFieldDefinitionRecords": [
                    { "FieldName": "BooleanField", "Name": "Agrees", "Settings": { "BooleanFieldSettings": { "DefaultValue": true } } },
                    { "FieldName": "TextField", "Name": "Phone", "Settings": { "TextFieldSettings": { "DefaultValue": "12345" } } } ] } ] } ] }
                """),
            isDryRun: false, null, CancellationToken.None));
        using var chief = await site.SignInAsync("chief");
        var form = await chief.ReadAsync("admin/contents/new/Consented");
        var action = form.QuerySelector("form[data-guard]")!.GetAttribute("action")!;

        // Act
        await chief.SubmitAsync(form, action, ("TitlePart.Title", "Not agreed"), ("Consented.Agrees", ""), ("Consented.Phone", ""));

        // Assert
        var again = await chief.ReadAsync(action);
        Assert.False(again.QuerySelector("[name='Consented.Agrees'][type=checkbox]")!.HasAttribute("checked"));
        Assert.Equal("", again.QuerySelector("[name='Consented.Phone']")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Field_MovedUp_ComesFirst()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        await AddTypeAsync(chief, "Ordered", "First", "TextField");
        await chief.SubmitAsync(await chief.ReadAsync("admin/content-types/Ordered"), "/fields/add", ("Name", "Second"), ("FieldName", "TextField"));
        var page = await chief.ReadAsync("admin/content-types/Ordered");
        var second = page.QuerySelectorAll("form").Single(form => form.QuerySelector("input[name='Name'][value='Second']") is not null);
        page.QuerySelectorAll("form").Where(form => form != second).ToList().ForEach(form => form.Remove());

        // Act
        await chief.SubmitAsync(page, "/fields/move", ("By", "-1"));

        // Assert
        var form = await chief.ReadAsync("admin/contents/new/Ordered");
        Assert.Equal(["Ordered.Second", "Ordered.First"], form.QuerySelectorAll("input[type='text'][name^='Ordered.']").Select(input => input.GetAttribute("name")));
    }

    [Fact]
    public async Task OutdatedForm_OfAType_IsRefused()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        await AddTypeAsync(chief, "Contested", "One", "TextField");
        var outdated = await chief.ReadAsync("admin/content-types/Contested");
        await chief.SubmitAsync(await chief.ReadAsync("admin/content-types/Contested"), "/fields/add", ("Name", "Two"), ("FieldName", "TextField"));

        // Act
        var answer = await chief.SubmitAsync(outdated, "/fields/remove");

        // Assert
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Equal(2, (await DefinitionAsync("Contested")).Fields.Length);
    }

    [Fact]
    public async Task TechnicalName_ThatCannotBeOne_IsRefused()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");

        // Act
        var answer = await chief.SubmitAsync("admin/content-types", ("Name", "no spaces"), ("DisplayName", "No"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData("DisplayText")]
    [InlineData("Latest")]
    [InlineData("contentitemid")]
    public async Task Type_NamedAsSomethingThatEveryItemHas_IsRefusedWithWhatWasTyped(string name)
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");

        // Act
        var answer = await chief.SubmitAsync("admin/content-types", ("Name", name), ("DisplayName", "In the way"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.ParseAsync(answer);
        Assert.Contains(name, page.QuerySelector(".field-error, [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("In the way", page.QuerySelector("[name='DisplayName']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, await chief.StatusAsync("admin/content-types/" + name));
    }

    [Theory]
    [InlineData("host")]
    [InlineData("ContentItem")]
    public async Task Field_WithANameThatCannotBeToldFromAnother_IsRefused(string name)
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        var type = "Hosted" + name;
        await AddTypeAsync(chief, type, "Host", "TextField");

        // Act
        var answer = await chief.SubmitAsync(await chief.ReadAsync("admin/content-types/" + type), "/fields/add", ("Name", name), ("FieldName", "TextField"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Host", Assert.Single((await DefinitionAsync(type)).Fields).Name);
    }

    [Fact]
    public async Task Type_AddedByManyAtTheSameInstant_IsTakenForAllButOne()
    {
        // Arrange
        var browsers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.SignInAsync("chief")));
        var pages = await Task.WhenAll(browsers.Select(browser => browser.ReadAsync("admin/content-types")));

        // Act
        var answers = await Task.WhenAll(browsers.Zip(pages, (browser, page) => browser.SubmitAsync(page, "/content-types", ("Name", "Rushed"), ("DisplayName", "Rushed"))));

        // Assert
        Assert.Equal(
            [HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity],
            answers.Select(answer => answer.StatusCode).Order());
        Array.ForEach(browsers, browser => browser.Dispose());
    }

    [Fact]
    public async Task RequiredField_LeftEmpty_KeepsTheItemFromThePublicOnly()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");
        await AddTypeAsync(chief, "Strict", "Basis", "TextField");
        await chief.SubmitAsync(await chief.ReadAsync("admin/content-types/Strict"), "/fields/save", ("Required", "true"));

        // Act
        var draft = await chief.SubmitAsync("admin/contents/new/Strict", ("TitlePart.Title", "Half done"));
        var publication = await chief.SubmitAsync("admin/contents/new/Strict", ("TitlePart.Title", "Half done"), ("Do", "publish"));

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, draft.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, publication.StatusCode);
    }

    [Fact]
    public async Task Types_ForAnEditor_AreForbidden()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");

        // Act
        var status = await editor.StatusAsync("admin/content-types");

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    private static async Task AddTypeAsync(Browser chief, string name, string field, string kind)
    {
        await chief.SubmitAsync("admin/content-types", ("Name", name), ("DisplayName", name));
        await chief.SubmitAsync(await chief.ReadAsync($"admin/content-types/{name}"), "/fields/add", ("Name", field), ("FieldName", kind));
    }

    private Task<ContentManagement.Definitions.ContentPartDefinition> DefinitionAsync(string name) => site.InAsync(site.Finance, async services =>
        (await services.GetRequiredService<DefinitionStore>().GetAsync(CancellationToken.None)).FindPart(name)!);
}

public sealed class ContentTypesOnSqliteTests(SqliteSite site) : ContentTypesTests(site), IClassFixture<SqliteSite>;

public sealed class ContentTypesOnPostgreSqlTests(PostgreSqlSite site) : ContentTypesTests(site), IClassFixture<PostgreSqlSite>;
