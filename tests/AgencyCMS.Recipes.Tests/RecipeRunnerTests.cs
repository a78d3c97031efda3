using System.Text.Json.Nodes;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Recipes.Running;
using AgencyCMS.Testing.Files;

namespace AgencyCMS.Recipes.Tests;

public sealed class RecipeRunnerTests : IRecipeSteps, IUnknownRecipeSteps, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recipes").FullName;
    private readonly RecordingTransactions _store = new();
    private readonly List<JsonObject> _unknown = [];
    private readonly Dictionary<string, string> _keptVariables = [];
    private readonly NoteStep _notes;

    public RecipeRunnerTests() => _notes = new(_store);

    IReadOnlyList<IRecipeStep> IRecipeSteps.Current => [_notes];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Steps_AreCarriedOut_InFileOrder()
    {
        // Act
        var report = await RunAsync("""{ "steps": [ { "name": "note", "text": "a" }, { "name": "Note", "text": "b" } ] }""");

        // Assert
        Assert.True(report.IsCommitted);
        Assert.Equal(["a", "b"], _store.Stored);
        Assert.Equal(2, report.Totals.Applied);
    }

    [Fact]
    public async Task FailingStep_UndoesTheEarlierOnes()
    {
        // Act
        var report = await RunAsync("""{ "steps": [ { "name": "note", "text": "a" }, { "name": "note", "text": "b", "fails": true }, { "name": "note", "text": "c" } ] }""");

        // Assert
        Assert.Empty(_store.Stored);
        Assert.False(report.IsCommitted);
        var error = Assert.Single(report.Errors);
        Assert.Equal((1, "note", "b", "test.refused", "“b” was refused."), (error.StepIndex, error.StepName, error.ItemId, error.Code, error.Text));
        Assert.DoesNotContain(report.Entries, entry => entry.StepIndex == 2);
    }

    [Fact]
    public async Task WhatCanBeSeenToFail_IsReportedAtOnce_BeforeAnythingIsDone()
    {
        // Act
        var report = await RunAsync("""
            { "steps": [ { "name": "note", "text": "a" }, { "name": "note", "bad": "true" }, { "name": "note", "text": "[js: variables('x')]" }, 5 ] }
            """);

        // Assert
        Assert.Equal([1, 2, 3], report.Errors.Select(error => error.StepIndex!.Value));
        Assert.Equal(0, _store.Begun);
    }

    [Fact]
    public async Task DryRun_GivesTheSameReport_AndChangesNothing()
    {
        // Arrange
        var text = """{ "steps": [ { "name": "note", "text": "a" }, { "name": "strange" } ] }""";

        // Act
        var dry = await RunAsync(text, isDryRun: true);
        var real = await RunAsync(text);

        // Assert
        Assert.Equal(real.Entries.Select(entry => entry.Text), dry.Entries.Select(entry => entry.Text));
        Assert.False(dry.IsCommitted);
        Assert.Equal(["a"], _store.Stored);
    }

    [Fact]
    public async Task DryRun_TellsNobody()
    {
        // Act
        await RunAsync("""{ "steps": [ { "name": "note", "text": "a" } ] }""", isDryRun: true);

        // Assert
        Assert.Equal(0, _notes.AfterCommits);
    }

    [Fact]
    public async Task UnknownStep_IsReportedAndKept()
    {
        // Act
        var report = await RunAsync("""{ "variables": { "v": "1" }, "steps": [ { "name": "Strange", "a": ["[js: variables('v')]"] } ] }""");

        // Assert
        var entry = Assert.Single(report.Entries);
        Assert.Equal(("recipes.unknown-step", RecipeResult.Skipped, RecipeSeverity.Warning), (entry.Code, entry.Result, entry.Severity));
        Assert.Equal("""{"name":"Strange","a":["1"]}""", Assert.Single(_unknown).ToJsonString());
    }

    [Fact]
    public async Task KeptExpression_IsAWarningWithItsPath()
    {
        // Act
        var report = await RunAsync("""{ "steps": [ { "name": "note", "text": "[js: launch('x')]" } ] }""");

        // Assert
        Assert.Equal(["[js: launch('x')]"], _store.Stored);
        Assert.Equal("recipes.unknown-function", report.Entries[0].Code);
        Assert.Contains("text", report.Entries[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeptExpression_KeepsTheValuesOfItsVariables()
    {
        // Act
        await RunAsync("""{ "variables": { "v": "[js: 'a' + 'b']", "w": "x" }, "steps": [ { "name": "note", "text": "[js: launch(variables('v'))]" } ] }""");

        // Assert
        Assert.Equal(new Dictionary<string, string> { ["v"] = "ab" }, _keptVariables);
    }

    [Fact]
    public async Task RefusalBeforeTheCommit_UndoesEverything()
    {
        // Act
        var report = await RunAsync("""{ "steps": [ { "name": "note", "text": "a", "refusesAtTheEnd": true } ] }""");

        // Assert
        Assert.False(report.IsCommitted);
        Assert.Empty(_store.Stored);
    }

    [Fact]
    public async Task BrokenFile_ChangesNothing_AndSaysWhere()
    {
        // Act
        var report = await RunAsync("{\n \"steps\": oops }");

        // Assert
        Assert.Equal("recipes.not-readable", Assert.Single(report.Errors).Code);
        Assert.Contains("Line 2", report.Entries[0].Text, StringComparison.Ordinal);
        Assert.Equal(0, _store.Begun);
    }

    [Fact]
    public async Task CalledRecipe_RunsBehindTheStepThatCallsIt_WithItsOwnVariables()
    {
        // Arrange
        WriteRecipe("inner", """{ "name": "Inner", "variables": { "v": "in" }, "steps": [ { "name": "note", "text": "[js: variables('v')]" } ] }""");

        // Act
        await RunAsync("""
            { "variables": { "v": "out" }, "steps": [ { "name": "recipes", "Values": [ { "executionid": "any", "name": "Inner" } ] }, { "name": "note", "text": "[js: variables('v')]" } ] }
            """);

        // Assert
        Assert.Equal(["in", "out"], _store.Stored);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CalledRecipe_IsTrustedAsTheProgramsOwn_WhereTheCallerIs(bool isFromLibrary)
    {
        // Arrange
        WriteRecipe("inner", """{ "name": "Inner", "steps": [ { "name": "note", "text": "a" } ] }""");
        var caller = RecipeSource.FromText("caller.json", """{ "steps": [ { "name": "recipes", "Values": [ { "executionid": "any", "name": "Inner" } ] } ] }""") with { IsFromLibrary = isFromLibrary };

        // Act
        await Runner().RunAsync(caller, new(new(), Actor.System, IsDryRun: false), CancellationToken.None);

        // Assert
        Assert.Equal(isFromLibrary, Assert.Single(_notes.FromLibrary));
    }

    [Fact]
    public async Task CalledRecipe_ThatDoesNotExist_IsAnError()
    {
        // Act
        var report = await RunAsync("""{ "steps": [ { "name": "recipes", "values": [ { "name": "nobody" } ] } ] }""");

        // Assert
        Assert.Equal("recipes.unknown-recipe", Assert.Single(report.Errors).Code);
    }

    [Fact]
    public async Task CalledRecipe_ThatCallsItself_IsAnError()
    {
        // Arrange
        WriteRecipe("ring", """{ "steps": [ { "name": "recipes", "Values": [ { "name": "ring" } ] } ] }""");

        // Act
        var report = await RunAsync("""{ "steps": [ { "name": "recipes", "Values": [ { "name": "ring" } ] } ] }""");

        // Assert
        Assert.Equal("recipes.circular-recipe", Assert.Single(report.Errors).Code);
    }

    [SampleTheory]
    [SampleFiles]
    public async Task Sample_OfOrchardCore_HasNoErrors(string file)
    {
        // Arrange
        var source = await RecipeSource.FromFileAsync(file, CancellationToken.None);

        // Act
        var report = await Runner().RunAsync(source, new(new(), Actor.System), CancellationToken.None);

        // Assert
        Assert.Empty(report.Errors.Select(error => error.Text));
    }

    Task IUnknownRecipeSteps.KeepAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        _unknown.Add(step);
        return Task.CompletedTask;
    }

    Task IUnknownRecipeSteps.KeepVariablesAsync(IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        foreach (var (name, value) in variables)
        {
            _keptVariables[name] = value;
        }
        return Task.CompletedTask;
    }

    private void WriteRecipe(string name, string text) => File.WriteAllText(Path.Combine(_folder, name + ".recipe.json"), text);

    private Task<RecipeReport> RunAsync(string text, bool isDryRun = false) =>
        Runner().RunAsync(RecipeSource.FromText("test.recipe.json", text), new(new(), Actor.System, isDryRun), CancellationToken.None);

    private RecipeRunner Runner() => new(this, new RecipeFolderLibrary([_folder]), _store, this, TimeProvider.System);
}
