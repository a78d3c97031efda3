using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.Contents.Contracts;

namespace AgencyCMS.Contents.ShowItem;

/// <summary>The text of an item.</summary>
internal sealed class BodySection(LiveLinks links) : IItemSection
{
    public int Order => 20;

    public Task<ItemView?> BuildAsync(ShownItem shown, CancellationToken cancellationToken)
    {
        var html = shown.Item.Part<HtmlBodyPart>()?.Html;
        return Task.FromResult(string.IsNullOrWhiteSpace(html) ? null : new ItemView("ItemBody", links.Keep(html)));
    }
}
