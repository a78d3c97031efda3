namespace AgencyCMS.Admin.Errors;

/// <summary>What went wrong, in the reader's words.</summary>
/// <param name="Status">HTTP status, 400 to 599.</param>
/// <param name="Title">A few words.</param>
/// <param name="Advice">What to do now.</param>
/// <param name="RequestId">To quote to the operator; stands at the end of the log's lines of this request.</param>
internal sealed record ErrorPage(int Status, string Title, string Advice, string RequestId);
