namespace AgencyCMS.Disclosure.Tests.Import.Reading;

/// <summary>A file as offices make them, and what an import of it has to do. All its titles begin with its id.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Published"><c>title | formed on | document number | entry</c>, and the text if there is one.</param>
/// <param name="Refused">Line and the beginning or a part of the reason.</param>
public sealed record OfficeFile(string Name, byte[] Content, string[] Published, params (int Line, string Reason)[] Refused);
