namespace AgencyCMS.Modularity.Problems;

/// <summary>Kinds of refusal; the number is the HTTP status a page or an API answers with.</summary>
public enum ProblemKind
{
    Forbidden = 403,
    NotFound = 404,
    Refused = 409,
    Conflict = 412,
    Invalid = 422,
}
