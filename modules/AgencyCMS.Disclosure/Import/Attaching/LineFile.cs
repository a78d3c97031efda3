namespace AgencyCMS.Disclosure.Import.Attaching;

/// <summary>A file that comes with a line: one beside the table, or a picture inside its text.</summary>
/// <param name="Id">The same for the same file of the same item, so that a repeated import stores nothing twice.</param>
/// <param name="Name">With an ending that says what it is.</param>
/// <param name="Title">What readers see; empty for the name.</param>
/// <param name="Open">Opens it for reading; the caller disposes of it.</param>
internal sealed record LineFile(string Id, string Name, string Title, Func<Stream> Open);
