using AgencyCMS.ContentManagement.Items;

namespace AgencyCMS.Contents.Contracts;

/// <summary>A root of the platform's addresses below which a module's own items have theirs. Contributed; other items cannot be there.</summary>
public interface IAddressRoot
{
    /// <summary>First part of the address, such as <c>info</c>.</summary>
    string Root { get; }

    /// <summary>True for items that may have an address below the root.</summary>
    bool Admits(ContentItem item);
}
