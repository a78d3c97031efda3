using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgencyCMS.Recipes.Files;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.Recipes.Expressions;

/// <summary>
/// Replaces the expressions of a recipe's steps by their _values. A variable is evaluated on its first use and then
/// stands for the whole recipe, so that steps can share an id. What has no value stays as it was written.
/// </summary>
internal sealed partial class RecipeExpressions
{
    // A value may be an expression again; more rounds than this are a circle.
    private const int MaxRounds = 16;

    private readonly IReadOnlyDictionary<string, string> _sources;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _underway = new(StringComparer.Ordinal);
    private readonly ScriptSandbox _scripts;
    private readonly CompanionText _companions;
    private readonly ValueBudget _budget = new(PackageLimits.Default.MaxValueCharacters);

    internal RecipeExpressions(IReadOnlyDictionary<string, string> variables, RecipeEnvironment environment, IRecipeFiles files, TimeProvider clock)
    {
        _sources = variables;
        _scripts = new(new(environment, Variable), clock);
        _companions = new(files, _budget);
    }

    /// <returns>A copy with every value filled in.</returns>
    internal JsonObject Resolve(JsonObject step, Action<ExpressionIssue> report)
    {
        var copy = step.DeepClone().AsObject();
        foreach (var text in TextsOf(copy).ToList())
        {
            ResolveText(text, report);
        }
        return copy;
    }

    /// <summary>The variables that a text names, as far as they have values.</summary>
    internal IEnumerable<KeyValuePair<string, string>> VariablesIn(string text)
    {
        foreach (Match match in VariableName().Matches(text))
        {
            var name = match.Groups["name"].Value;
            if (FindVariable(name) is { } value)
            {
                yield return KeyValuePair.Create(name, value);
            }
        }
    }

    private void ResolveText(JsonNode text, Action<ExpressionIssue> report)
    {
        var source = text.GetValue<string>();
        try
        {
            var value = Evaluate(source);
            if (!ReferenceEquals(value, source))
            {
                _budget.Spend(value.Length);
                text.ReplaceWith(value);
            }
        }
        catch (UnresolvedExpressionException cause)
        {
            report(new(text.GetPath().TrimStart('$').TrimStart('.'), source, cause));
        }
    }

    private string Evaluate(string text)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            if (RecipeExpression.TryParse(text) is not { } expression)
            {
                return text;
            }
            text = expression.Engine.ToUpperInvariant() switch
            {
                "JS" => _scripts.Run(expression.Script),
                "FILE" => _companions.Read(expression.Script),
                _ => throw new UnresolvedExpressionException(true, RecipeMessages.UnknownEngine, expression.Engine),
            };
        }
        throw new UnresolvedExpressionException(false, RecipeMessages.CircularExpression, text);
    }

    private string Variable(string name)
    {
        if (_values.TryGetValue(name, out var known))
        {
            return known;
        }
        if (!_sources.TryGetValue(name, out var source))
        {
            throw new UnresolvedExpressionException(false, RecipeMessages.UnknownVariable, name);
        }
        if (!_underway.Add(name))
        {
            throw new UnresolvedExpressionException(false, RecipeMessages.CircularExpression, name);
        }
        try
        {
            var value = Evaluate(source);
            _budget.Spend(value.Length);
            return _values[name] = value;
        }
        finally
        {
            _underway.Remove(name);
        }
    }

    private string? FindVariable(string name)
    {
        try
        {
            return Variable(name);
        }
        catch (UnresolvedExpressionException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\bvariables\(\s*['""](?<name>[^'""]+)['""]\s*\)", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();

    private static IEnumerable<JsonNode> TextsOf(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(property => TextsOf(property.Value)),
        JsonArray array => array.SelectMany(TextsOf),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => [value],
        _ => [],
    };
}
