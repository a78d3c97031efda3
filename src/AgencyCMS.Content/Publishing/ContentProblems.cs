using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Content.Publishing;

/// <summary>Refusals about content items.</summary>
public static class ContentProblems
{
    public static Problem NotFound(string id) => Problem.NotFound("content.not-found", "There is no content item “{0}”.", id);

    public static Problem VersionNotFound(string id) => Problem.NotFound("content.version-not-found", "There is no version “{0}” of this item.", id);

    public static Problem ChangedMeanwhile(string title, string by) =>
        Problem.Conflict("content.changed-meanwhile", "{1} has changed “{0}” meanwhile. Your text is kept below; compare both and save again.", title, by);

    public static Problem NothingToPublish(string title) => Problem.Refused("content.nothing-to-publish", "The newest version of “{0}” is public already.", title);

    public static Problem NotPublished(string title) => Problem.Refused("content.not-published", "“{0}” is not public.", title);

    public static Problem NoDraft(string title) => Problem.Refused("content.no-draft", "“{0}” has no draft.", title);

    public static Problem ReasonMissing() => Problem.Invalid("content.reason-missing", "Reason", "Say why it is withdrawn; the reason is shown to readers.");

    public static Problem AddressTaken(string path) => Problem.Invalid("content.address-taken", "Path", "The address “{0}” belongs to another item.", path);

    public static Problem AddressNotValid(string path) =>
        Problem.Invalid("content.address-not-valid", "Path", "“{0}” cannot be an address. Use letters, digits and hyphens, with slashes between the parts.", path);

    public static Problem TitleMissing() => Problem.Invalid("content.title-missing", "Title", "Write a title.");

    public static Problem ScheduleInPast(string field) => Problem.Invalid("content.schedule-in-past", field, "This moment has passed. Choose one to come.");

    public static Problem WithdrawBeforePublish() =>
        Problem.Invalid("content.withdraw-before-publish", "WithdrawAt", "The withdrawal must come after the publication.");
}
