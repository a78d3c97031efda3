using System.Collections.Immutable;
using Lucene.Net.Index;

namespace AgencyCMS.Search.Engine.Queries;

/// <summary>A pair or word of a loose search, in the fields where it may stand.</summary>
/// <param name="InFields">The term in each field and what it is worth there, the best first.</param>
internal readonly record struct LoosePiece(ImmutableArray<(Term Term, float Boost)> InFields);
