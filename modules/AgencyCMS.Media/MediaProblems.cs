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

    public static Problem EntryNotAllowed(string fileName, string entry) =>
        Problem.Invalid("media.entry-not-allowed", Field, "“{0}” holds “{1}”: an archive in the archive, a name that stands twice, or one that leads elsewhere or hides what the file is. Pack the files themselves, under plain names.", fileName, entry);

    public static Problem HoldsTooMuch(string fileName) =>
        Problem.Invalid("media.holds-too-much", Field, "Unpacked, “{0}” is larger than is looked through. Divide it.", fileName);

    public static Problem IsProtected(string fileName) =>
        Problem.Invalid("media.is-protected", Field, "“{0}” is protected, so that it cannot be looked through. Save it without protection.", fileName);

    public static Problem TooLarge(string fileName, int megabytes) =>
        Problem.Invalid("media.too-large", Field, "“{0}” is larger than {1} MB.", fileName, megabytes);

    public static Problem TotalReached(int megabytes) =>
        Problem.Invalid("media.total-reached", Field, "The files of this site may be {0} MB together, and that is reached. Ask the county's office for more room.", megabytes);

    public static Problem DailyReached(int megabytes) =>
        Problem.Invalid("media.daily-reached", Field, "You may upload {0} MB within 24 hours, and that is reached. Go on tomorrow.", megabytes);

    public static Problem Empty(string fileName) => Problem.Invalid("media.empty", Field, "“{0}” is empty.", fileName);

    public static Problem NameNotValid(string fileName) => Problem.Invalid("media.name-not-valid", Field, "“{0}” cannot be the name of a file.", fileName);

    public static Problem TitleTooLong(string fileName, int most) =>
        Problem.Invalid("media.title-too-long", Field, "The title of “{0}” has more than {1} characters. Shorten it.", fileName, most);

    public static Problem MayNotUpload() => Problem.Forbidden("media.may-not-upload", "You may not attach files in this agency.");
}
