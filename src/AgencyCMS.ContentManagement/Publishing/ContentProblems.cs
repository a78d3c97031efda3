using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.ContentManagement.Publishing;

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

    public static Problem DraftScheduled(string title) => Problem.Refused(
        "content.draft-scheduled", "The draft of “{0}” is approved for publication. Somebody who may publish must call the moment off before it can be discarded.", title);

    public static Problem VersionNotNewest() =>
        Problem.Invalid("content.version-not-newest", "VersionId", "Only the newest version or the one that is scheduled already can be scheduled. Restore an older version first.");

    public static Problem NameTaken() => Problem.Conflict(
        "content.name-taken", "An address or a number that this item needs was taken at this very moment. Your text is kept below; save it again.");

    public static Problem TooLong(string field, int characters) => Problem.Invalid("content.too-long", field, "This is longer than {0} characters.", characters);

    public static Problem LinkNotAllowed(string field, string link) =>
        Problem.Invalid("content.link-not-allowed", field, "“{0}” is an address that could run a program in the reader's browser. Write one that begins with https://, http://, mailto:, tel: or a slash.", link);

    public static Problem ReasonMissing() => Problem.Invalid("content.reason-missing", "Reason", "Say why it is withdrawn; the reason is shown to readers.");

    public static Problem AddressTaken(string path) => Problem.Invalid("content.address-taken", "Path", "The address “{0}” belongs to another item.", path);

    public static Problem AddressNotValid(string path) =>
        Problem.Invalid("content.address-not-valid", "Path", "“{0}” cannot be an address. Use letters, digits and hyphens, with slashes between the parts.", path);

    public static Problem TitleMissing() => Problem.Invalid("content.title-missing", "Title", "Write a title.");

    public static Problem ScheduleInPast(string field) => Problem.Invalid("content.schedule-in-past", field, "This moment has passed. Choose one to come.");

    public static Problem MomentNotPlausible(string field) =>
        Problem.Invalid("content.moment-not-plausible", field, "No item has to do with this year. Choose a moment between 1901 and 2199.");

    public static Problem PublicUntil() => Problem.Invalid(
        "content.public-until", "WithdrawAt", "The item itself says until when it is public, and it cannot be withdrawn later than that. Publish it with another date first.");

    public static Problem WithdrawalNotYours() =>
        Problem.Forbidden("content.withdrawal-not-yours", "Only who may withdraw items can plan a withdrawal or call one off.");

    public static Problem WithdrawBeforePublish() =>
        Problem.Invalid("content.withdraw-before-publish", "WithdrawAt", "The withdrawal must come after the publication.");
}
