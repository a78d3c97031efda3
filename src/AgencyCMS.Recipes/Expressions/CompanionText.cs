using System.Text;
using System.Text.RegularExpressions;
using AgencyCMS.Recipes.Files;

namespace AgencyCMS.Recipes.Expressions;

/// <summary>The <c>file</c> engine: <c>text('path')</c> and <c>base64('path')</c> of a file that travels with the recipe.</summary>
internal sealed partial class CompanionText(IRecipeFiles files, ValueBudget budget)
{
    private const int Portion = 81920;

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
            return ReadText(reader);
        }
        return ReadBytes(stream);
    }

    // How long a file is said to be is not asked: what is read counts.
    private string ReadText(StreamReader reader)
    {
        var text = new StringBuilder();
        var portion = new char[Portion];
        for (var read = reader.Read(portion); read > 0; read = reader.Read(portion))
        {
            Fit(text.Length + read);
            text.Append(portion, 0, read);
        }
        return text.ToString();
    }

    private string ReadBytes(Stream stream)
    {
        using var bytes = new MemoryStream();
        var portion = new byte[Portion];
        for (var read = stream.Read(portion); read > 0; read = stream.Read(portion))
        {
            Fit((bytes.Length + read) / 3 * 4);
            bytes.Write(portion, 0, read);
        }
        return Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private void Fit(long characters)
    {
        if (characters > budget.Left)
        {
            throw budget.TooLong();
        }
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
