using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Modularity.Problems;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.Editing.Parts;

/// <summary>The item's address. Where the type makes it by itself it is only shown.</summary>
internal sealed class AutorouteEditor(IStringLocalizer localizer) : IContentPartEditor
{
    public string PartName => nameof(AutoroutePart);

    public Task<PartEditor> ShowAsync(PartEdit edit, CancellationToken cancellationToken)
    {
        var path = edit.Item.Part<AutoroutePart>(edit.Use.Name)?.Path ?? "";
        if (!AllowsOwnPath(edit))
        {
            return Task.FromResult(new PartEditor
            {
                Title = localizer["Address"],
                Hint = path.Length > 0 ? localizer["The address is “{0}”.", path] : localizer["The address is made when the item is first published."],
                View = "NothingToType",
                IsAside = true,
            });
        }
        return Task.FromResult(new PartEditor
        {
            Title = localizer["Address"],
            Fields =
            [
                new EditorField(nameof(AutoroutePart.Path), localizer["Address below the site"])
                {
                    Value = path,
                    Hint = localizer["Empty: made from the title. An address once public keeps leading to the item."],
                    MaxLength = ContentLimits.Address,
                },
            ],
            IsAside = true,
        });
    }

    public Task<IReadOnlyList<Problem>> ApplyAsync(PartEdit edit, EditorForm form, CancellationToken cancellationToken)
    {
        var typed = form.Text(nameof(AutoroutePart.Path))?.Trim('/').ToLowerInvariant();
        var known = edit.Item.Part<AutoroutePart>(edit.Use.Name)?.Path;
        if (AllowsOwnPath(edit) && (typed ?? "") != (known ?? ""))
        {
            edit.Item.Alter<AutoroutePart>(part => part.Path = typed, edit.Use.Name);
        }
        return Task.FromResult<IReadOnlyList<Problem>>([]);
    }

    // Orchard Core's default is false, but a type without settings is one that nobody has thought about: there the address must be writable somewhere.
    private static bool AllowsOwnPath(PartEdit edit) => edit.Use.Settings.Flag("AutoroutePartSettings", "AllowCustomPath") ?? true;
}
