using System.Globalization;
using Acornima;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace AgencyCMS.Recipes.Expressions;

/// <summary>
/// Runs the script of one expression: plain JavaScript and the functions of <see cref="RecipeFunctions"/>, with no access to
/// the program around it, made of what <see cref="ScriptRules"/> know, and with limits on time, memory, statements and depth.
/// </summary>
internal sealed class ScriptSandbox(RecipeFunctions functions, TimeProvider clock)
{
    private const long MaxAllocatedBytes = 8 * 1024 * 1024;
    private const int MaxStatements = 1000;
    private const int MaxRecursion = 32;
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(2);

    /// <returns>The value of the last expression as text; null and undefined are empty.</returns>
    internal string Run(string script)
    {
        if (script.Length > ScriptRules.MaxCharacters)
        {
            throw new UnresolvedExpressionException(false, RecipeMessages.ScriptFailed, $"more than {ScriptRules.MaxCharacters} characters");
        }
        var engine = new Engine(Restrict);
        foreach (var (name, function) in functions.All())
        {
            engine.SetValue(name, function);
        }
        try
        {
            var prepared = Engine.PrepareScript(script);
            if (ScriptRules.FindBreach(prepared.Program!) is { } breach) // a prepared script has its program
            {
                throw breach.IsUnknown
                    ? new UnresolvedExpressionException(true, RecipeMessages.UnknownFunction, breach.What)
                    : new UnresolvedExpressionException(false, RecipeMessages.ScriptFailed, $"{breach.What} is not allowed");
            }
            return TextOf(engine.Evaluate(prepared));
        }
        catch (JavaScriptException fault) when (IsUnknownName(fault))
        {
            throw new UnresolvedExpressionException(true, RecipeMessages.UnknownFunction, fault.Message);
        }
        catch (Exception fault) when (fault is JintException or ParseErrorException or TimeoutException)
        {
            throw new UnresolvedExpressionException(false, RecipeMessages.ScriptFailed, fault.Message);
        }
    }

    private void Restrict(Options options)
    {
        options.LimitMemory(MaxAllocatedBytes)
            .TimeoutInterval(MaxDuration)
            .MaxStatements(MaxStatements)
            .LimitRecursion(MaxRecursion)
            .RegexTimeoutInterval(MaxDuration)
            .MaxArraySize(MaxStatements)
            .DisableStringCompilation()
            .Culture(CultureInfo.InvariantCulture)
            .LocalTimeZone(TimeZoneInfo.Utc);
        options.TimeSystem = new ScriptClock(clock);
    }

    private static bool IsUnknownName(JavaScriptException fault) =>
        fault.Error.IsObject() && fault.Error.AsObject().Get("name").ToString() == "ReferenceError";

    // As .NET writes them, because that is what Orchard Core puts into its documents.
    private static string TextOf(JsValue value) => value switch
    {
        _ when value.IsNull() || value.IsUndefined() => "",
        _ when value.IsBoolean() => value.AsBoolean() ? bool.TrueString : bool.FalseString,
        _ => value.ToString(),
    };
}
