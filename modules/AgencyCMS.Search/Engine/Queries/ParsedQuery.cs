using System.Collections.Immutable;

namespace AgencyCMS.Search.Engine.Queries;

/// <summary>What a person typed, understood.</summary>
/// <param name="Terms">All of them must be found.</param>
/// <param name="Number">The whole as a number, since numbers are typed with spaces too.</param>
/// <param name="IsBlank">Nothing was typed: everything matches. Typed signs without a term match nothing.</param>
/// <param name="IsCut">There was more than is looked at.</param>
internal sealed record ParsedQuery(ImmutableArray<SearchTerm> Terms, string Number, bool IsBlank, bool IsCut);
