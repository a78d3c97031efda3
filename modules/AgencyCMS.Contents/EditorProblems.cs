using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Contents;

/// <summary>Refusals of forms.</summary>
internal static class EditorProblems
{
    public static Problem TooLong(string field, int characters) =>
        Problem.Invalid("contents.too-long", field, "This is longer than {0} characters.", characters);

    public static Problem NotAnOption(string field) => Problem.Invalid("contents.not-an-option", field, "Choose one of the values offered.");

    public static Problem NotANumber(string field) => Problem.Invalid("contents.not-a-number", field, "Write a number.");

    public static Problem NumberOutOfRange(string field, string range) =>
        Problem.Invalid("contents.number-out-of-range", field, "The number must be in the range {0}.", range);

    public static Problem NotADate(string field) => Problem.Invalid("contents.not-a-date", field, "Write a date as 2026-11-22.");

    public static Problem NotAMoment(string field) => Problem.Invalid("contents.not-a-moment", field, "Write a date with the time, as 2026-11-22 09:30.");

    public static Problem NotAnAddress(string field) =>
        Problem.Invalid("contents.not-a-link", field, "Write an address that begins with http://, https:// or a slash.");

    public static Problem FieldMissing(string field, string label) => Problem.Invalid("contents.field-missing", field, "Fill in “{0}”.", label);

    public static Problem GroupMissing() => Problem.Invalid("contents.group-missing", "Group", "Name the staff group that may read it.");

    public static Problem GroupOfOthers(string group) =>
        Problem.Invalid("contents.group-of-others", "Group", "You are not in the staff group “{0}” and could not open the item any more. Name a group that you are in.", group);

    public static Problem AddressReserved(string path) =>
        Problem.Invalid("contents.address-reserved", "Path", "The address “{0}” belongs to the platform. Choose another.", path);

    public static Problem EmblemNotAPicture(string field) => Problem.Invalid("contents.emblem-not-a-picture", field, "Choose a picture: PNG, JPEG or SVG.");

    public static Problem SettingChangedMeanwhile(string field, string now) => new(
        "contents.setting-changed-meanwhile", ProblemKind.Conflict, "Somebody else has changed this meanwhile; stored now is “{0}”. Save again if yours is to hold.", [now], field);

    public static Problem TypeUnknown(string type) => Problem.NotFound("contents.type-unknown", "There is no content type “{0}”.", type);
}
