using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Media;

/// <summary>Refusals of files.</summary>
internal static class MediaProblems
{
    private const string Field = "Upload";

    public static Problem KindNotAllowed(string fileName) =>
        Problem.Invalid("media.kind-not-allowed", Field, "Files like “{0}” are not allowed. Allowed are documents (pdf, ofd, Word, Excel, PowerPoint, WPS, txt, csv), pictures (png, jpg, gif, webp) and zip archives of these.", fileName);

    public static Problem ContentDoesNotFit(string fileName) =>
        Problem.Invalid("media.content-does-not-fit", Field, "The content of “{0}” is not what its name says. Open it in its program and save it anew.", fileName);

    public static Problem HoldsProgram(string fileName, string entry) =>
        Problem.Invalid("media.holds-program", Field, "“{0}” holds “{1}”, which a computer might run. Remove it and upload the file again.", fileName, entry);

    public static Problem TooLarge(string fileName, int megabytes) =>
        Problem.Invalid("media.too-large", Field, "“{0}” is larger than {1} MB.", fileName, megabytes);

    public static Problem Empty(string fileName) => Problem.Invalid("media.empty", Field, "“{0}” is empty.", fileName);

    public static Problem NameNotValid(string fileName) => Problem.Invalid("media.name-not-valid", Field, "“{0}” cannot be the name of a file.", fileName);

    public static Problem MayNotUpload() => Problem.Forbidden("media.may-not-upload", "You may not attach files in this agency.");
}
