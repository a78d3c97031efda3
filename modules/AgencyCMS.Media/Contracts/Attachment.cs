namespace AgencyCMS.Media.Contracts;

/// <summary>A file of an item.</summary>
/// <param name="Id">26 random characters; part of the file's address and no key to anything.</param>
/// <param name="FileName">As it is offered for saving.</param>
/// <param name="Title">What readers see; empty for the file name.</param>
/// <param name="Size">In bytes.</param>
/// <param name="MediaType">By the content, not by what the sender said.</param>
/// <param name="Hash">SHA-256 of the content, 64 lower-case hexadecimal digits.</param>
public sealed record Attachment(string Id, string FileName, string Title, long Size, string MediaType, string Hash)
{
    /// <summary>What readers see.</summary>
    public string Label => Title.Length > 0 ? Title : FileName;
}
