using System.Globalization;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Disclosure.Domain;

internal static class DisclosureProblems
{
    private const int ShownCharacters = 60;

    public static Problem EntryMissing() => Problem.Invalid("disclosure.entry-missing", "Entry", "Choose the catalogue entry under which it is published.");

    public static Problem EntryUnknown(string code) => Problem.Invalid("disclosure.entry-unknown", "Entry", "The catalogue has no entry “{0}”.", code);

    public static Problem EntryNotLeaf(string title) =>
        Problem.Invalid("disclosure.entry-not-leaf", "Entry", "“{0}” has sub-entries. Choose one of those.", title);

    public static Problem FormedOnMissing() => Problem.Invalid("disclosure.formed-on-missing", "FormedOn", "Enter the date on which it was formed (signed).");

    public static Problem NotDisclosed() =>
        Problem.Invalid("disclosure.not-disclosed", "DisclosureMode", "Its disclosure mode says that it is not disclosed, so it cannot be public. Choose another mode, or an audience.");

    public static Problem ScopeNotPublic() =>
        Problem.Invalid("disclosure.scope-not-public", "Scope", "Its scope says that it is not for everybody, so it cannot be public. Choose an audience among the staff.");

    public static Problem WordUnknown(string field, string word) => Problem.Invalid(
        "disclosure.word-unknown", field, "“{0}” is not known here, and it may mean that this is not for everybody. Choose a value of the list.", Characters.Shorten(word, ShownCharacters));

    public static Problem FormedAfterPublication(DateOnly publishedOn) => Problem.Invalid(
        "disclosure.formed-after-publication", "FormedOn", "The date of formation lies behind the day of publication ({0}). Mend the one or the other.", publishedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static Problem FormedInFuture() => Problem.Invalid("disclosure.formed-in-future", "FormedOn", "The date of formation lies in the future.");

    public static Problem IndexNumberTaken(string number) =>
        Problem.Invalid("disclosure.index-number-taken", "IndexNumber", "The index number “{0}” was given to another item. Index numbers are never used twice.", number);

    public static Problem SummaryTooLong() => Problem.Invalid("disclosure.summary-too-long", "Summary", "The summary must not be longer than 500 characters.");

    public static Problem TooMany(string field, int values) => Problem.Invalid("disclosure.too-many", field, "There are more than {0} of them.", values);

    public static Problem UntilMissing() => Problem.Invalid("disclosure.until-missing", "DisclosureUntil", "A limited disclosure needs its last day.");

    public static Problem EntryExists(string code) => Problem.Invalid("disclosure.entry-exists", "Code", "The catalogue has an entry with the code “{0}” already.", code);

    public static Problem EntryCodeNotValid(string code) =>
        Problem.Invalid("disclosure.entry-code-not-valid", "Code", "“{0}” cannot be a code. Use 2 to 60 lower-case letters, digits and underscores, beginning with a letter.", code);

    public static Problem EntryBelowItself(string code) =>
        Problem.Invalid("disclosure.entry-below-itself", "Parent", "The entry “{0}” would stand below itself.", code);

    public static Problem EntryTooDeep(string code) =>
        Problem.Invalid("disclosure.entry-too-deep", "Parent", "The entry “{0}” would stand more than {1} levels deep. Choose one further up.", code, CatalogueShape.MaxDepth);

    public static Problem CatalogueTooLarge() =>
        Problem.Refused("disclosure.catalogue-too-large", "A catalogue has at most {0} entries.", CatalogueShape.MaxEntries);

    public static Problem EntryTextTooLong(string field, int characters) =>
        Problem.Invalid("disclosure.entry-text-too-long", field, "This text must not be longer than {0} characters.", characters);

    public static Problem EntryTitleMissing() => Problem.Invalid("disclosure.entry-title-missing", "Title", "Give the entry a title.");

    public static Problem DeclaredOnNotPossible() =>
        Problem.Invalid("disclosure.declared-on-not-possible", "DeclaredOn", "A declaration can be of today or of an earlier day, not of a day to come.");

    public static Problem OnRequestOnly() => Problem.Invalid(
        "disclosure.on-request-only", "DisclosureMode", "What is disclosed on request is not shown to everybody. Choose the staff as its readers, or another disclosure mode.");

    public static Problem UntilPassed() =>
        Problem.Invalid("disclosure.until-passed", "DisclosureUntil", "This day has passed: nothing can be disclosed until then any more. Choose a day to come.");

    public static Problem DeclarationReasonMissing() =>
        Problem.Invalid("disclosure.declaration-reason-missing", "Reason", "Say why there is no such matter; the reason is shown to readers.");

    public static Problem DeclarationChangedMeanwhile(string? now) => now is null
        ? Problem.Conflict("disclosure.declaration-taken-back-meanwhile", "Somebody else has taken the declaration back meanwhile. Declare again if it is to hold.")
        : Problem.Conflict("disclosure.declaration-changed-meanwhile", "Somebody else has changed the declaration meanwhile; it says now “{0}”. Send yours again if it is to hold.", now);

    public static Problem DeclarationContradicted(string title) =>
        Problem.Refused("disclosure.declaration-contradicted", "“{0}” holds items, so it cannot be said that there is no such matter. Withdraw them first.", title);

    public static Problem EntryHoldsItems(string title) =>
        Problem.Invalid("disclosure.entry-holds-items", "Parent", "“{0}” holds items and cannot have sub-entries: they would be found nowhere. Give them another entry first, or add the new one beside it.", title);

    public static Problem EntryInUse(string title) => Problem.Refused("disclosure.entry-in-use", "“{0}” has items or sub-entries and cannot be removed.", title);
}
