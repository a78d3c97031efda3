namespace AgencyCMS.Recipes.Expressions;

/// <summary>A text that looks like an expression and has no value.</summary>
/// <param name="Path">Place in the step, such as <c>data[0].HtmlBodyPart.Html</c>.</param>
internal sealed record ExpressionIssue(string Path, string Text, UnresolvedExpressionException Cause);
