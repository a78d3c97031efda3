using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Contents.ContentTypes;

internal static class ContentTypeProblems
{
    public static Problem NameNotValid() =>
        Problem.Invalid("contents.type-name-not-valid", "Name", "Begin with a letter; use letters of the Latin alphabet and digits only, 40 at most.");

    public static Problem NameTaken(string name) => Problem.Invalid("contents.type-name-taken", "Name", "The name “{0}” is taken.", name);

    public static Problem DisplayNameMissing() => Problem.Invalid("contents.type-display-name-missing", "DisplayName", "Write the name that people see.");

    public static Problem PartUnknown(string name) => Problem.Invalid("contents.part-unknown", "PartName", "There is no part “{0}”.", name);

    public static Problem FieldKindUnknown(string name) => Problem.Invalid("contents.field-kind-unknown", "FieldName", "There is no kind of field “{0}”.", name);

    public static Problem ChangedMeanwhile() =>
        Problem.Conflict("contents.type-changed-meanwhile", "Somebody else has changed this type meanwhile. Look at it again and repeat your change.");
}
