using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Operations;

/// <summary>Every refusal of this module.</summary>
internal static class OperationsProblems
{
    public static Problem BackupOfAnotherKind(string folder) =>
        Problem.Refused("operations.backup-of-another-kind", "The folder {0} holds a backup of something else. Choose another folder.", folder);

    public static Problem NoFolder(string path) => Problem.Refused("operations.no-folder", "{0} is a file. Name a folder.", path);

    public static Problem FolderOfTheData(string folder, string data) => Problem.Refused(
        "operations.folder-of-the-data", "The folder {0} lies in the data folder {1}: what happens to the data would happen to the backup. Choose a folder elsewhere.", folder, data);

    public static Problem NoBackup(string folder) => Problem.NotFound("operations.no-backup", "The folder {0} holds no finished backup.", folder);

    public static Problem ManifestDamaged(string folder, string fault) => Problem.Refused(
        "operations.manifest-damaged", "The manifest of the backup in {0} is damaged: {1} Nothing was done; move the folder aside, or choose another one.", folder, fault);

    public static Problem OtherFormat(string folder) => Problem.Refused("operations.backup-of-other-format", "The backup in {0} was made by another version of the program and cannot be read.", folder);

    public static Problem FolderInUse(string folder) =>
        Problem.Refused("operations.backup-folder-in-use", "A backup is being written to the folder {0}, or read from it. Try again when that is done.", folder);

    public static Problem OtherDatabase(string provider) =>
        Problem.Refused("operations.backup-of-other-database", "The backup was made on {0}, and the data are kept in another database here.", provider);

    public static Problem OtherSchema() => Problem.Refused(
        "operations.backup-of-other-schema", "The backup was made by a program whose tables differ. Restore it with that version of the program, then upgrade.");

    public static Problem Damaged(string file) => Problem.Refused("operations.backup-damaged", "The file {0} of the backup is missing or damaged. Nothing was restored.", file);

    public static Problem MediumNotRestored(string file) =>
        Problem.Refused("operations.medium-not-restored", "The file {0} of the backup is missing or damaged and was left out. Copy it from another backup.", file);

    public static Problem MediumHere(string file) =>
        Problem.Refused("operations.medium-here", "The file {0} of the backup is missing or damaged. The one that is here is whole and stays.", file);

    public static Problem MediumNotCopied(string name, string file) =>
        Problem.Refused("operations.medium-not-copied", "The file {1} of “{0}” is damaged and was not copied.", name, file);

    public static Problem MediumKept(string name, string file) =>
        Problem.Refused("operations.medium-kept", "The file {1} of “{0}” is damaged. The backup keeps the whole copy that it has.", name, file);

    public static Problem NotRestored(string name, string error) =>
        Problem.Refused("operations.tenant-not-restored", "“{0}” could not be restored: {1} Its site is closed; restore it from another backup with --tenant.", name, error);

    public static Problem NoCopy(string name) =>
        Problem.Refused("operations.no-copy", "The backup holds no copy of “{0}”. Its site is closed; restore it from another backup with --tenant.", name);

    public static Problem Older(string name, string asOf) =>
        Problem.Refused("operations.older-copy", "“{0}” was restored as of {1}: the backup could not copy it after that.", name, asOf);

    public static Problem StepFailed(string step, string error) =>
        Problem.Refused("operations.step-failed", "After the restore, {0} failed: {1}", step, error);

    public static Problem Unfinished() =>
        Problem.Refused("operations.restore-unfinished", "The restore is not finished. Mend the cause and repeat the command; a server does not start before.");

    public static Problem UnfinishedOther(string folder) => Problem.Refused(
        "operations.restore-of-other-unfinished", "Another county’s backup, {0}, was being restored here and was not finished. Repeat that, or choose an empty data folder or database.", folder);

    public static Problem BeingRestored(string name) => Problem.Refused("operations.being-restored", "“{0}” is being restored already.", name);

    public static Problem TenantGone(string name) => Problem.NotFound(
        "operations.tenant-gone", "The backup holds “{0}”, but there is no such tenant here any more. Restore everything into an empty data folder or database to have it back.", name);

    public static Problem TenantNotInBackup(string name) => Problem.NotFound("operations.tenant-not-in-backup", "The backup does not hold the tenant “{0}”.", name);

    public static Problem FolderOfAnotherCounty(string folder) => Problem.Refused(
        "operations.folder-of-another-county", "“{0}” holds the backup of another county. Check which data folder is configured here, or choose another folder for the backup.", folder);

    public static Problem NothingToBackUp(string folder) => Problem.Refused(
        "operations.nothing-to-back-up", "There is no county in the data folder “{0}”. Check which data folder is configured here.", folder);

    public static Problem StoresWithoutCounty(string folder) => Problem.Refused(
        "operations.stores-without-county", "The county store is missing, but stores of agencies lie in “{0}”. They may be newer than the backup: move them to another place first, or put the county store back.", folder);

    public static Problem NoFile(string path) => Problem.NotFound("operations.no-file", "There is no file “{0}”.", path);

    public static Problem NoCalendar(string file, string fault) => Problem.Refused("operations.no-calendar", "“{0}” is not the calendar of a year: {1}", file, fault);

    public static Problem YearNotKnown(int year) => Problem.NotFound(
        "operations.year-not-known", "The holidays of {0} are not known: what is counted into that year is provisional. Import them with “calendar import FILE”.", year);

    public static Problem NotCopied(string name, string error) => Problem.Refused("operations.tenant-not-copied", "The tenant “{0}” could not be copied: {1}", name, error);

    public static Problem OtherInstallation(string folder) => Problem.Refused(
        "operations.backup-of-another-county", "The backup in {0} is of another county, or does not say of which. If you are sure that it belongs here, repeat the command with --from-elsewhere.", folder);

    public static Problem OtherTenant(string name, int backupId, int id) => Problem.Refused(
        "operations.backup-of-another-tenant", "The tenant “{0}” of the backup is another one than yours of that name (number {1}, here {2}). Nothing was restored.", name, backupId, id);

    public static Problem OtherName(string backupName, string name) => Problem.Refused(
        "operations.backup-of-another-name", "The backup comes from elsewhere and holds “{0}” under the number of “{1}”. Nothing was restored.", backupName, name);

    public static Problem RestoreFailed(string name, string error, string kept) => Problem.Refused(
        "operations.restore-failed", "“{0}” could not be restored: {1} What it had before is in {2}.", name, error, kept);

    public static Problem NotEmpty() => Problem.Refused(
        "operations.restore-not-empty", "There are tenants here already. All can be restored into empty stores only; one tenant is restored with --tenant.");

    public static Problem OneTenantOnly() => Problem.Refused("operations.backup-of-one-tenant", "This is a backup of one tenant. Name it with --tenant.");

    public static Problem JobsDoNotRun() => Problem.Refused("operations.jobs-do-not-run", "This server runs no jobs at the moment. Look at its log, or try again in a minute.");
}
