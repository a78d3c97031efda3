using System.Text.Json.Nodes;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Presentation;
using AgencyCMS.Recipes;

namespace AgencyCMS.Contents.ShowItem;

/// <summary>The agency's contact data below pages that ask for them: field <c>ContactBlock</c> of the part <c>Page</c>.</summary>
internal sealed class ContactSection(ISiteProfileSource profiles) : IItemSection
{
    public int Order => 50;

    public async Task<ItemView?> BuildAsync(ShownItem shown, CancellationToken cancellationToken) =>
        shown.Item.Document["Page"]?["ContactBlock"] is JsonObject field && field.FindFlag("Value") == true
            ? new ItemView("ItemContact", await profiles.GetAsync(cancellationToken))
            : null;
}
