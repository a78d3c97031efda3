using System.Text.RegularExpressions;
using AgencyCMS.Recipes.Files;

namespace AgencyCMS.Recipes.Expressions;

/// <summary>The <c>file</c> engine: <c>text('path')</c> and <c>base64('path')</c> of a file that travels with the recipe.</summary>
internal sealed partial class CompanionText(IRecipeFiles files)
{
    internal string Read(string script)
    {
        var call = Call().Match(script);
        if (!call.Success)
        {
            throw new UnresolvedExpressionException(true, RecipeMessages.UnknownFunction, script);
        }
        var path = call.Groups["path"].Value;
        using var stream = Open(path);
        if (call.Groups["function"].Value == "text")
        {
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private Stream Open(string path)
    {
        try
        {
            return files.OpenRead(path) ?? throw new UnresolvedExpressionException(true, RecipeMessages.FileMissing, path);
        }
        catch (InvalidDataException)
        {
            throw new UnresolvedExpressionException(false, RecipeMessages.FileBroken, path);
        }
    }

    [GeneratedRegex(@"^(?<function>text|base64)\('(?<path>[^']+)'\)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Call();
}
