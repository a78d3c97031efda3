using System.Collections.Immutable;

namespace AgencyCMS.Search.Engine.Queries;

/// <summary>One ideograph, word or break of what was typed, folded.</summary>
internal readonly record struct TermUnit(Text.TextUnitKind Kind, string Text);

/// <summary>A part of a query that must stand in the text as one piece.</summary>
/// <param name="Units">At least one ideograph or word; does not begin or end with a break.</param>
/// <param name="IsQuoted">It was typed in quotation marks and is never loosened.</param>
/// <param name="Number">The part as a number, see <see cref="Engine.Text.NumberText"/>.</param>
internal sealed record SearchTerm(ImmutableArray<TermUnit> Units, bool IsQuoted, string Number);
