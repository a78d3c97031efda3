namespace AgencyCMS.Contents.Contracts;

/// <summary>A module's own public page for items of its types. Contributed; types that no module claims get the standard page.</summary>
public interface IItemPage
{
    /// <summary>True when items of this type have this page.</summary>
    bool Shows(string contentType);

    /// <summary>Builds the page. May say more of it in <c>PageInfo</c>, where title and article tags are filled in already.</summary>
    Task<ItemView> BuildAsync(ShownItem shown, CancellationToken cancellationToken);
}
